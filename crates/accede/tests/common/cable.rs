//! A connection that a test can cut and mend.

use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// What stands between a node and its database, and can be cut.
pub struct Cable {
    pub port: u16,
    up: Arc<AtomicBool>,
    ends: Arc<Mutex<Vec<TcpStream>>>,
}

impl Cable {
    pub fn to(port: u16) -> Cable {
        Cable::at("127.0.0.1", port)
    }

    /// One whose near end is at an address of this machine.
    pub fn at(near: &str, port: u16) -> Cable {
        let listener = TcpListener::bind((near, 0)).unwrap();
        let cable = Cable {
            port: listener.local_addr().unwrap().port(),
            up: Arc::new(AtomicBool::new(true)),
            ends: Arc::default(),
        };
        let (up, ends) = (Arc::clone(&cable.up), Arc::clone(&cable.ends));
        std::thread::spawn(move || {
            for near in listener.incoming() {
                let near = near.unwrap();
                if up.load(Ordering::SeqCst) {
                    let far = TcpStream::connect(("127.0.0.1", port)).unwrap();
                    for (mut from, mut to) in [
                        (near.try_clone().unwrap(), far.try_clone().unwrap()),
                        (far.try_clone().unwrap(), near.try_clone().unwrap()),
                    ] {
                        std::thread::spawn(move || std::io::copy(&mut from, &mut to));
                    }
                    ends.lock().unwrap().extend([near, far]);
                }
            }
        });
        cable
    }

    pub fn cut(&self) {
        self.up.store(false, Ordering::SeqCst);
        for end in self.ends.lock().unwrap().drain(..) {
            // It may be closed already.
            let _ = end.shutdown(std::net::Shutdown::Both);
        }
    }

    pub fn mend(&self) {
        self.up.store(true, Ordering::SeqCst);
    }
}
