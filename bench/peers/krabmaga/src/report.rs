use std::str::FromStr;

/// The value of an option of the command line.
pub fn option<T: FromStr>(name: &str, otherwise: T) -> T {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|a| a == name) {
        Some(at) => match arguments.get(at + 1).and_then(|value| value.parse().ok()) {
            Some(value) => value,
            None => panic!("{name} needs a whole number"),
        },
        None => otherwise,
    }
}

/// CPU time of this process so far \[s\].
pub fn cpu() -> f64 {
    let mut used = unsafe { std::mem::zeroed::<libc::rusage>() };
    if unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut used) } != 0 {
        panic!("the system does not tell the time used");
    }
    let seconds = |t: libc::timeval| t.tv_sec as f64 + t.tv_usec as f64 / 1e6;
    seconds(used.ru_utime) + seconds(used.ru_stime)
}

/// Largest resident memory of this process so far \[bytes\], 0 where the system does not tell.
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or("");
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<u64>().unwrap_or(0) << 10
}
