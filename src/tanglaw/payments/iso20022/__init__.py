"""ISO 20022 messages to payments: pacs.008, pain.001, camt.052, camt.053 and camt.054 of every version."""
