//! The program `accede`. Everything is in the library beside it.

fn main() -> std::process::ExitCode {
    accede::run()
}
