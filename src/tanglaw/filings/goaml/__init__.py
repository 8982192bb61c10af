"""goAML: reports for the financial intelligence units that use UNODC's system."""
