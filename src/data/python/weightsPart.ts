/** How a script reads weights: by the safetensors package where it is installed, else by itself. */
export const WEIGHTS_PART = `def load_weights(path):
    """Tensors by name. The file is eight bytes of length, a header in JSON, and the numbers."""
    try:
        from safetensors.torch import load_file
        return load_file(path)
    except ImportError:
        pass
    with open(path, "rb") as file:
        content = file.read()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(content[start + first:start + last], "<f4")
        tensors[name] = torch.from_numpy(numbers.copy()).reshape(entry["shape"])
    return tensors`;
