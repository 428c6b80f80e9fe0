"""The small week in mesa-frames: a set of agents is a Polars data frame, a rule is an expression over its columns."""
from importlib.metadata import version

import numpy as np
import polars as pl
from mesa_frames import AgentSetPolars, ModelDF

from report import options, race

BOOK, CONTACTS = 100, 20
need, trust, opened, skill, place = (pl.col(name) for name in ("need", "trust", "open", "skill", "place"))


class Customers(AgentSetPolars):
    def __init__(self, n, model):
        super().__init__(model)
        ids = pl.int_range(n, eager=True)
        self += pl.DataFrame({
            "unique_id": ids, "seller": ids // BOOK, "place": (ids % BOOK).cast(pl.UInt8),
            "need": pl.repeat(0.5, n, dtype=pl.Float32, eager=True),
            "trust": pl.repeat(0.5, n, dtype=pl.Float32, eager=True),
            "open": pl.repeat(False, n, dtype=pl.Boolean, eager=True)})

    def luck(self, *names):
        """A uniform for each agent and name."""
        n = len(self.agents)
        return [pl.Series(name, self.random.random(n, np.float32)) for name in names]

    def step(self):
        self.drift()
        self.want()
        self.serve()
        self.leave()

    def drift(self):
        x, y = self.luck("x", "y")
        self.agents = self.agents.with_columns(
            need=need + 0.1 * (0.5 - need) + 0.05 * (2 * x - 1),
            trust=trust + 0.05 * (0.5 - trust) + 0.02 * (2 * y - 1))

    def want(self):
        [luck] = self.luck("luck")
        self.agents = self.agents.with_columns(
            fades=opened & (luck < 0.05), arises=~opened & (luck < 0.06 * need))
        self.model.add(faded=self.agents["fades"].sum(), arisen=self.agents["arises"].sum())
        self.agents = self.agents.with_columns(
            open=(opened | pl.col("arises")) & ~pl.col("fades")).drop("fades", "arises")

    def serve(self):
        ask, luck = self.luck("ask", "luck")
        able = self.model.sellers.agents["skill"].gather(self.agents["seller"])
        asks, well = ask < 0.04, luck < 0.5 + 0.5 * able
        helped, failed = asks & well, asks & ~well
        self.model.add(helped=helped.sum(), failed=failed.sum())
        self.agents = self.agents.with_columns(
            trust=pl.when(helped).then(trust + 0.1 * (1 - trust)).when(failed).then(0.8 * trust).otherwise(trust))

    def leave(self):
        [luck] = self.luck("luck")
        self.agents = self.agents.with_columns(leaves=luck < 0.01 * (-2 * trust).exp())
        self.model.add(left=self.agents["leaves"].sum())
        leaves = pl.col("leaves")
        self.agents = self.agents.with_columns(
            need=pl.when(leaves).then(pl.lit(0.5, pl.Float32)).otherwise(need),
            trust=pl.when(leaves).then(pl.lit(0.5, pl.Float32)).otherwise(trust),
            open=opened & ~leaves).drop("leaves")

    def answer(self, start):
        """Offers to the customers on the next places of every book; returns what each seller sold."""
        [luck] = self.luck("luck")
        able = self.model.sellers.agents["skill"].gather(self.agents["seller"])
        odds = -5 + 2 * trust + 2 * need + 1.5 * opened.cast(pl.Float32) + able
        met = place.is_between(start, start + CONTACTS - 1)
        self.agents = self.agents.with_columns(met=met, yes=met & (luck * (1 + (-odds).exp()) < 1))
        sold = self.agents.group_by("seller", maintain_order=True).agg(pl.col("yes").sum())["yes"].cast(pl.Float32)
        self.model.add(offers=self.agents["met"].sum(), accepted=self.agents["yes"].sum())
        yes = pl.col("yes")
        self.agents = self.agents.with_columns(
            trust=pl.when(yes).then(trust + 0.1 * (1 - trust)).when(pl.col("met")).then(0.98 * trust).otherwise(trust),
            open=opened & ~yes).drop("met", "yes")
        return sold


class Sellers(AgentSetPolars):
    def __init__(self, n, first_id, model):
        super().__init__(model)
        self += pl.DataFrame({"unique_id": pl.int_range(first_id, first_id + n, eager=True),
                              "skill": pl.repeat(0.5, n, dtype=pl.Float32, eager=True)})

    def step(self):
        sold = self.model.customers.answer(self.model.week * CONTACTS % BOOK)
        self.agents = self.agents.with_columns(skill=skill + 0.01 * sold * (1 - skill) - 0.02 * skill)


class World(ModelDF):
    def __init__(self, customers, seed):
        super().__init__(seed)
        self.week = 0
        self.count = dict.fromkeys(["offers", "accepted", "arisen", "faded", "helped", "failed", "left"], 0)
        self.agents += Customers(customers, self)
        self.agents += Sellers(customers // BOOK, customers, self)
        self.customers, self.sellers = self.get_agents_of_type(Customers), self.get_agents_of_type(Sellers)

    def add(self, **counts):
        for name, count in counts.items():
            self.count[name] += int(count)

    def step(self):
        self.customers.step()
        self.sellers.step()
        self.week += 1

    def live(self, weeks):
        for _ in range(weeks):
            self.step()

    def outcomes(self):
        agents = self.customers.agents
        told = {"customers": len(agents), "open": int(agents["open"].sum()), **self.count}
        for name, column in (("need", agents["need"]), ("trust", agents["trust"]),
                             ("skill", self.sellers.agents["skill"])):
            told[name] = column.cast(pl.Float64).mean()
        for name in ("need", "trust"):
            told[name + "_spread"] = ((agents[name].cast(pl.Float64) - 0.5) ** 2).mean()
        return told


if __name__ == "__main__":
    race("mesa-frames", version("mesa-frames"), World, options())
