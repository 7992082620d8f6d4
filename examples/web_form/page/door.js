"use strict";
// The door to the module: JSON in, JSON out.

const door = { compiled: null, exports: null };

/** Compiles the module that stands in the page. Decoded here: a fetch, even of a `data:` address, is forbidden. */
door.open = async () => {
  const binary = atob(document.getElementById("module").textContent.trim());
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
  door.compiled = await WebAssembly.compile(bytes);
  await door.start();
};

door.start = async () => {
  door.exports = (await WebAssembly.instantiate(door.compiled, {})).exports;
};

/** Calls a door with a text of JSON, and gives its answer as text. */
door.text = (name, question) => {
  const { memory, room, done } = door.exports;
  const bytes = new TextEncoder().encode(question);
  const address = room(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
  const answer = BigInt.asUintN(64, door.exports[`${name}_json`](address, bytes.length));
  const [at, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
  // The memory may have grown, and moved, meanwhile.
  const text = new TextDecoder().decode(new Uint8Array(memory.buffer, at, length));
  done(at, length);
  return text;
};

/** The same with values. A module that broke down is started anew: it keeps nothing from call to call. */
door.ask = (name, question) => {
  try {
    return JSON.parse(door.text(name, JSON.stringify(question)));
  } catch (error) {
    door.start();
    return { error: { message: String(error), path: "", accepted: [] } };
  }
};
