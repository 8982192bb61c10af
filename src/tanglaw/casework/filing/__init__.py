"""Filing from a case: a draft from its lead, mended, approved by two, signed, handed over, and answered."""
