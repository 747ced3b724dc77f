"""The Lausitz career bot: from a question to a sourced, date-safe answer."""
