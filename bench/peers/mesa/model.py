"""The small week in Mesa 3: a class for each kind of agent, agents activated by type, as its tutorial does it."""
import math

import mesa

from report import options, race

BOOK, CONTACTS = 100, 20


class Customer(mesa.Agent):
    def __init__(self, model):
        super().__init__(model)
        self.seller = None
        self.arrive()

    def arrive(self):
        """A newcomer takes the seat."""
        self.need, self.trust, self.open = 0.5, 0.5, False

    def step(self):
        luck, count = self.random.random, self.model.count
        self.need += 0.1 * (0.5 - self.need) + 0.05 * (2 * luck() - 1)
        self.trust += 0.05 * (0.5 - self.trust) + 0.02 * (2 * luck() - 1)
        chance = luck()
        if self.open:
            if chance < 0.05:
                self.open = False
                count["faded"] += 1
        elif chance < 0.06 * self.need:
            self.open = True
            count["arisen"] += 1
        if luck() < 0.04:
            self.ask()
        chance = luck()
        if chance < 0.01 and chance < 0.01 * math.exp(-2 * self.trust):
            self.arrive()
            count["left"] += 1

    def ask(self):
        """Service, good or bad by the seller's skill."""
        if self.random.random() < 0.5 + 0.5 * self.seller.skill:
            self.trust += 0.1 * (1 - self.trust)
            self.model.count["helped"] += 1
        else:
            self.trust *= 0.8
            self.model.count["failed"] += 1

    def says_yes(self, skill):
        """The answer to an offer."""
        odds = -5 + 2 * self.trust + 2 * self.need + 1.5 * self.open + skill
        if self.random.random() < 1 / (1 + math.exp(-odds)):
            self.trust += 0.1 * (1 - self.trust)
            self.open = False
            return True
        self.trust *= 0.98
        return False


class Seller(mesa.Agent):
    def __init__(self, model, book):
        super().__init__(model)
        self.skill, self.book, self.next = 0.5, book, 0
        for customer in book:
            customer.seller = self

    def step(self):
        met = self.book[self.next:self.next + CONTACTS]
        self.next = (self.next + CONTACTS) % BOOK
        sold = sum(customer.says_yes(self.skill) for customer in met)
        self.skill += 0.01 * sold * (1 - self.skill) - 0.02 * self.skill
        self.model.count["offers"] += len(met)
        self.model.count["accepted"] += sold


class World(mesa.Model):
    def __init__(self, customers, seed):
        super().__init__(seed=seed)
        self.count = dict.fromkeys(["offers", "accepted", "arisen", "faded", "helped", "failed", "left"], 0)
        everybody = list(Customer.create_agents(self, customers))
        for first in range(0, customers, BOOK):
            Seller(self, everybody[first:first + BOOK])

    def step(self):
        self.agents_by_type[Customer].do("step")
        self.agents_by_type[Seller].do("step")

    def live(self, weeks):
        for _ in range(weeks):
            self.step()

    def outcomes(self):
        customers, sellers = self.agents_by_type[Customer], self.agents_by_type[Seller]
        told = {"customers": len(customers), "open": sum(customers.get("open")), **self.count}
        for name, agents in (("need", customers), ("trust", customers), ("skill", sellers)):
            told[name] = sum(agents.get(name)) / len(agents)
        for name in ("need", "trust"):
            told[name + "_spread"] = sum((x - 0.5) ** 2 for x in customers.get(name)) / len(customers)
        return told


if __name__ == "__main__":
    race("Mesa", mesa.__version__, World, options())
