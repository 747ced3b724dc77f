"""Delivers updates to the webhook, one after the other, again and again until taken."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx

from tests.botapi.world import Hook, World

HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Courier:
    """Carries what waits in *world* to its webhook for as long as one is set."""

    def __init__(self, world: World, retry_seconds: float = 0.2) -> None:
        """Try again *retry_seconds* after a failed delivery."""
        self._world = world
        self._retry = retry_seconds

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with httpx.AsyncClient(trust_env=False, verify=False, timeout=10) as client:
            while True:
                await self._world.until(self._has_work, seconds=None)
                hook = self._world.hook
                for update in self._world.batch(1 if not self._world.disorder.shuffled else 10):
                    if hook and not await self._deliver(client, hook, update):
                        await asyncio.sleep(self._retry)
                        break

    def _has_work(self) -> bool:
        return bool(self._world.hook and self._world.pending)

    async def _deliver(self, client: httpx.AsyncClient, hook: Hook, update: Mapping[str, object]) -> bool:
        headers = {HEADER: hook.secret} if hook.secret else {}
        try:
            answer = await client.post(hook.url, json=update, headers=headers)
            problem = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
        except httpx.HTTPError as error:
            problem = f"Connection failed: {type(error).__name__}"
        self._world.hook_error = problem
        if not problem:
            self._world.delivered += 1
            self._world.pending = [raw for raw in self._world.pending if raw is not update]
        self._world.changed()
        return not problem
