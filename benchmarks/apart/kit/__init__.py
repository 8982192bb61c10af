"""What every world is built with: chance, places, names, money, time, people, and the payment ledger."""
