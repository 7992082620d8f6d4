//! The door for JavaScript, without any glue that is generated: bytes in, bytes out, by address and length.
//!
//! A caller asks for [`room`], writes its JSON there, calls a door, reads the answer, and gives it back with [`done`].
//! An answer is the address in the upper half and the length in the lower half of 64 bits. `examples/web_form/page/page.js`
//! does it in twenty lines.

#![allow(clippy::as_conversions)] // addresses and lengths

/// Room for so many bytes; a door takes it back.
#[no_mangle]
pub extern "C" fn room(length: usize) -> *mut u8 {
    hand_over(vec![0; length]).0
}

/// Takes back an answer.
///
/// # Safety
/// `address` and `length` are those of an answer that was not given back yet.
#[no_mangle]
pub unsafe extern "C" fn done(address: *mut u8, length: usize) {
    // SAFETY: that of the caller.
    drop(unsafe { take_back(address, length) });
}

macro_rules! doors {
    ($($(#[$meta:meta])* $name:ident = $door:path;)+) => { $(
        $(#[$meta])*
        ///
        /// # Safety
        /// `address` and `length` are those of a [`room`] that no door has taken yet, and all of it is written.
        #[no_mangle]
        pub unsafe extern "C" fn $name(address: *mut u8, length: usize) -> u64 {
            // SAFETY: that of the caller.
            let question = unsafe { take_back(address, length) };
            let (address, length) = hand_over($door(&question));
            (address as usize as u64) << 32 | length as u64
        }
    )+ };
}

doors! {
    /// [`check`](crate::check).
    check_json = crate::check;
    /// [`apply`](crate::apply).
    apply_json = crate::apply;
    /// [`print`](crate::print).
    print_json = crate::print;
}

/// Lets go of bytes, which then belong to whoever has their address and length.
fn hand_over(bytes: Vec<u8>) -> (*mut u8, usize) {
    let bytes = Box::leak(bytes.into_boxed_slice());
    (bytes.as_mut_ptr(), bytes.len())
}

/// # Safety
/// The bytes were handed over with this address and length, and are taken back once.
unsafe fn take_back(address: *mut u8, length: usize) -> Box<[u8]> {
    // SAFETY: `hand_over` leaked a box of this address and length.
    unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(address, length)) }
}
