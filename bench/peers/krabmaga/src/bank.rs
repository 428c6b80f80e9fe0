use krabmaga::engine::{agent::Agent, schedule::Schedule, state::State};
use krabmaga::rand::{rngs::SmallRng, Rng, SeedableRng};
use std::any::Any;

const BOOK: usize = 100;
const CONTACTS: usize = 20;

/// What a customer is; the agent on the schedule knows where it stands.
#[derive(Clone, Copy)]
pub struct Person {
    need: f32,
    trust: f32,
    open: bool,
}

const NEWCOMER: Person = Person { need: 0.5, trust: 0.5, open: false };

/// What happened.
#[derive(Default)]
struct Count {
    offers: u64,
    accepted: u64,
    arisen: u64,
    faded: u64,
    helped: u64,
    failed: u64,
    left: u64,
}

/// The state of the simulation. Seller s serves the customers from s * BOOK on.
pub struct Bank {
    people: Vec<Person>,
    skill: Vec<f32>,
    week: usize,
    luck: SmallRng,
    count: Count,
}

impl Bank {
    pub fn new(customers: usize, seed: u64) -> Bank {
        Bank {
            people: vec![NEWCOMER; customers],
            skill: vec![0.5; customers / BOOK],
            week: 0,
            luck: SmallRng::seed_from_u64(seed),
            count: Count::default(),
        }
    }

    /// The outcomes as JSON.
    pub fn outcomes(&self) -> String {
        let n = self.people.len() as f64;
        let mean = |f: &dyn Fn(&Person) -> f32| self.people.iter().map(|p| f(p) as f64).sum::<f64>() / n;
        let c = &self.count;
        format!(
            "{{\"customers\": {}, \"offers\": {}, \"accepted\": {}, \"arisen\": {}, \"faded\": {}, \"helped\": {}, \
             \"failed\": {}, \"left\": {}, \"open\": {}, \"need\": {}, \"trust\": {}, \"skill\": {}, \
             \"need_spread\": {}, \"trust_spread\": {}}}",
            self.people.len(), c.offers, c.accepted, c.arisen, c.faded, c.helped, c.failed, c.left,
            self.people.iter().filter(|p| p.open).count(),
            mean(&|p| p.need),
            mean(&|p| p.trust),
            self.skill.iter().map(|&s| s as f64).sum::<f64>() / self.skill.len() as f64,
            mean(&|p| (p.need - 0.5) * (p.need - 0.5)),
            mean(&|p| (p.trust - 0.5) * (p.trust - 0.5)),
        )
    }
}

impl State for Bank {
    fn init(&mut self, schedule: &mut Schedule) {
        for id in 0..self.people.len() {
            schedule.schedule_repeating(Box::new(Customer { id }), 0., 0);
        }
        for id in 0..self.skill.len() {
            schedule.schedule_repeating(Box::new(Seller { id }), 0., 1);
        }
    }

    fn after_step(&mut self, _schedule: &mut Schedule) {
        self.week += 1;
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn as_state(&self) -> &dyn State {
        self
    }

    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }

    fn reset(&mut self) {}

    fn update(&mut self, _step: u64) {}
}

/// A customer: rules 1 to 4.
#[derive(Clone)]
pub struct Customer {
    id: usize,
}

impl Agent for Customer {
    fn step(&mut self, state: &mut dyn State) {
        let bank = state.as_any_mut().downcast_mut::<Bank>().unwrap();
        let (p, luck, count) = (&mut bank.people[self.id], &mut bank.luck, &mut bank.count);
        p.need += 0.1 * (0.5 - p.need) + 0.05 * (2. * luck.random::<f32>() - 1.);
        p.trust += 0.05 * (0.5 - p.trust) + 0.02 * (2. * luck.random::<f32>() - 1.);
        let chance = luck.random::<f32>();
        if p.open && chance < 0.05 {
            p.open = false;
            count.faded += 1;
        } else if !p.open && chance < 0.06 * p.need {
            p.open = true;
            count.arisen += 1;
        }
        if luck.random::<f32>() < 0.04 {
            if luck.random::<f32>() < 0.5 + 0.5 * bank.skill[self.id / BOOK] {
                p.trust += 0.1 * (1. - p.trust);
                count.helped += 1;
            } else {
                p.trust *= 0.8;
                count.failed += 1;
            }
        }
        let chance = luck.random::<f32>();
        if chance < 0.01 && chance < 0.01 * (-2. * p.trust).exp() {
            *p = NEWCOMER;
            count.left += 1;
        }
    }
}

/// A seller: rules 5 and 6.
#[derive(Clone)]
pub struct Seller {
    id: usize,
}

impl Agent for Seller {
    fn step(&mut self, state: &mut dyn State) {
        let bank = state.as_any_mut().downcast_mut::<Bank>().unwrap();
        let first = self.id * BOOK + bank.week * CONTACTS % BOOK;
        let skill = bank.skill[self.id];
        let mut sold = 0;
        for p in &mut bank.people[first..first + CONTACTS] {
            let odds = -5. + 2. * p.trust + 2. * p.need + if p.open { 1.5 } else { 0. } + skill;
            if bank.luck.random::<f32>() < 1. / (1. + (-odds).exp()) {
                p.trust += 0.1 * (1. - p.trust);
                p.open = false;
                sold += 1;
            } else {
                p.trust *= 0.98;
            }
        }
        bank.skill[self.id] += 0.01 * sold as f32 * (1. - skill) - 0.02 * skill;
        bank.count.offers += CONTACTS as u64;
        bank.count.accepted += sold;
    }
}
