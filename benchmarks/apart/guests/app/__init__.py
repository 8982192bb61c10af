"""One European person-to-person payment app over three years: friends, rents, tips, kin abroad, and rare crimes.

Everybody lives through weekly states; what people pay follows from them, from their circles, and from what the product
asks of them: a re-branding changes the notes, a fee changes how often money goes abroad.
"""

from pathlib import Path

import numpy as np

from benchmarks.apart.guests.app.bodies import givers, hubs
from benchmarks.apart.guests.app.bursts import write_bursts
from benchmarks.apart.guests.app.circles import friends, write_circles
from benchmarks.apart.guests.app.extortion import write_extortion
from benchmarks.apart.guests.app.families import families, students
from benchmarks.apart.guests.app.ledger import Ledger
from benchmarks.apart.guests.app.lives import live
from benchmarks.apart.guests.app.livestream import write_livestream
from benchmarks.apart.guests.app.material import write_material
from benchmarks.apart.guests.app.minors import write_minors
from benchmarks.apart.guests.app.parties import enrol
from benchmarks.apart.guests.app.partners import online_friends, partners
from benchmarks.apart.guests.app.people import make_people
from benchmarks.apart.guests.app.romance import write_romance
from benchmarks.apart.guests.app.shopping import write_shopping
from benchmarks.apart.guests.app.table import payments
from benchmarks.apart.guests.app.truth import truth
from benchmarks.apart.guests.app.work import workers
from benchmarks.apart.guests.app.world import World


def build(out: Path, seed: int, senders: int) -> dict[str, int]:
    """Write `payments.parquet` and `truth.parquet` to `out` for about `senders` payers, the same for a seed."""
    rng = np.random.default_rng(seed)
    people = make_people(rng, senders)
    world = World(rng, people, live(rng, people), enrol(people), Ledger())
    circles = friends(world)
    # Extortion comes first, since some of its victims leave the app and pay nothing more.
    write_extortion(world, circles)
    write_circles(world, circles)
    write_bursts(world, circles)
    kin = families(world)
    for mechanism in (partners, online_friends, students, workers, givers, hubs):
        mechanism(world)
    shops = write_shopping(world)
    write_livestream(world, kin, shops)
    write_minors(world)
    write_material(world)
    write_romance(world)
    batch = world.ledger.joined()
    out.mkdir(parents=True, exist_ok=True)
    table = payments(world, batch)
    table.write_parquet(out / "payments.parquet")
    truth(world, batch).write_parquet(out / "truth.parquet")
    return {"payments": table.height}
