#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::acts_json(bytes));
