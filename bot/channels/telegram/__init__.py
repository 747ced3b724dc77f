"""Telegram: the only door to the library of that name. The way in is `bot.channels.telegram.run`.

Nothing is imported here: how a reply would look is asked by staff tools that never call Telegram.
"""
