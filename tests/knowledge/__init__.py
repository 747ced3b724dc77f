"""The reader of the YAML files: every slip, and the sentence staff see."""
