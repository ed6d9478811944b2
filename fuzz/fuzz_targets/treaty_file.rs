#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::treaty_file(bytes));
