"""A small strict Bot API server for tests and for trying the bot by hand.

It refuses what Telegram refuses, with Telegram's error shape. `world` is the state of this
little Telegram, `methods` what a bot may call, `app` the HTTP side, `laboratory` starts all of
it inside a test. By hand: ``python -m tests.botapi --port 8081 --talk``.
"""
