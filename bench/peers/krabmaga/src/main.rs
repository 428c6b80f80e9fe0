//! The small week with krABMaga: every customer and seller an agent on the schedule, their state in the State.
mod bank;
mod report;

use bank::Bank;
use krabmaga::engine::{schedule::Schedule, state::State};
use std::time::Instant;

fn main() {
    let customers = report::option("--customers", 100_000);
    let weeks = report::option("--weeks", 100);
    let seed = report::option("--seed", 1);

    let born = Instant::now();
    let mut bank = Bank::new(customers, seed as u64);
    let mut schedule = Schedule::new();
    bank.init(&mut schedule);
    let (start, spent) = (Instant::now(), report::cpu());
    for _ in 0..weeks {
        schedule.step(bank.as_state_mut());
    }
    let (seconds, used) = (start.elapsed().as_secs_f64(), report::cpu() - spent);
    println!(
        "{{\"framework\": \"krABMaga\", \"version\": \"0.6.2\", \"language\": \"Rust {}\", \"threads\": 1, \
         \"customers\": {customers}, \"weeks\": {weeks}, \"seconds\": {seconds}, \"cpu_seconds\": {used}, \
         \"total_seconds\": {}, \"peak_bytes\": {}, \"outcomes\": {}}}",
        option_env!("PEERS_RUSTC").unwrap_or("of unknown version"),
        born.elapsed().as_secs_f64(),
        report::peak(),
        bank.outcomes()
    );
}
