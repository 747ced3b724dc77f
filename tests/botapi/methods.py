"""What a bot may call, and what it is refused."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit

from tests.botapi.attachments import contact, document, photo, venue
from tests.botapi.inline import answer_inline
from tests.botapi.keyboards import read_keyboard
from tests.botapi.markup import read_text
from tests.botapi.params import METHODS, Params, read_params
from tests.botapi.refusal import Refused, bad_request, blocked, migrated
from tests.botapi.world import Call, Chat, Hook, Sent, World

_ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
    | {"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


async def call(world: World, method: str, raw: Mapping[str, object]) -> object:
    """Carry out a call and remember it; raises `Refused`."""
    if method not in METHODS:
        raise Refused(404)
    try:
        result = await _carry_out(world, method, raw)
    except Refused as refusal:
        world.calls.append(Call(method, _told(raw), refusal.description))
        if method != "getUpdates":
            world.note(f"    ! {method}: {refusal.description}")
        world.changed()
        raise
    world.calls.append(Call(method, _told(raw)))
    world.changed()
    return result


def _told(raw: Mapping[str, object]) -> Mapping[str, object]:
    """Return what is remembered of a call: of files only their names."""
    return {name: value.get("file_name") if isinstance(value, Mapping) and "bytes" in value else value for name, value in raw.items()}


async def _carry_out(world: World, method: str, raw: Mapping[str, object]) -> object:
    params = read_params(method, raw)
    if world.spec:
        world.spec.check(method, params.values)
    world.take_refusal(method)
    return await _HANDLERS[method](world, params)


async def _get_me(world: World, _params: Params) -> object:
    more = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return {**world.bot_json, **more}


async def _get_updates(world: World, params: Params) -> object:
    limit = params.integer("limit", 100)
    if world.hook:
        raise Refused(
            409,
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
    if "allowed_updates" in params.values:
        world.allowed = tuple(str(kind) for kind in params.items("allowed_updates"))
    world.poll_turn += 1
    mine = world.poll_turn
    world.confirm_below(params.integer("offset", 0))
    world.changed()
    await _hold(world, mine, params.integer("timeout", 0))
    if world.poll_turn != mine:
        raise Refused(
            409, "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
    return world.batch(max(1, min(limit, 100)))


async def _hold(world: World, mine: int, seconds: int) -> None:
    """Hold the answer back until there is something to say, for at most *seconds*."""
    try:
        await world.until(lambda: bool(world.pending) or world.poll_turn != mine, seconds)
    except TimeoutError:
        return


def _chat(world: World, params: Params) -> Chat:
    chat = world.chats.get(params.integer("chat_id", 0))
    if chat is None:
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise migrated(chat.moved_to)
    if chat.blocked:
        raise blocked()
    return chat


async def _send_message(world: World, params: Params) -> object:
    html = params.text("text")
    parsed = read_text(html, params.text("parse_mode") or None)
    rows = read_keyboard(params.values.get("reply_markup"))
    chat = _chat(world, params)
    world.limits.count(chat.id)
    sent = Sent(
        chat.id,
        world.next_message_id(),
        parsed.text.strip(),
        html,
        rows,
        reply_to=_quoted(chat, params),
        thread=params.integer("message_thread_id", 0) or None,
    )
    world.post(sent)
    return message_json(world, chat, sent)


def _send(what: Callable[[World, Chat, Params], Sent]) -> Callable[[World, Params], Awaitable[object]]:
    async def handler(world: World, params: Params) -> object:
        chat = _chat(world, params)
        sent = replace(what(world, chat, params), reply_to=_quoted(chat, params))
        world.post(replace(sent, thread=params.integer("message_thread_id", 0) or None))
        return message_json(world, chat, sent)

    return handler


def _quoted(chat: Chat, params: Params) -> int | None:
    wanted = params.values.get("reply_parameters")
    if not isinstance(wanted, Mapping):
        return None
    number = wanted.get("message_id")
    if not isinstance(number, int):
        raise bad_request('can\'t parse reply parameters: Field "message_id" must be of type Number')
    if number in chat.messages:
        return number
    if wanted.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


async def _edit_message(world: World, params: Params) -> object:
    html = params.text("text")
    parsed = read_text(html, params.text("parse_mode") or None)
    rows = read_keyboard(params.values.get("reply_markup"))
    chat = _chat(world, params)
    old = chat.messages.get(params.integer("message_id", 0))
    if old is None:
        raise bad_request("message to edit not found")
    if not old.by_bot:
        raise bad_request("message can't be edited")
    new = Sent(chat.id, old.message_id, parsed.text.strip(), html, rows, thread=old.thread)
    if (new.text, new.html, new.rows) == (old.text, old.html, old.rows):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    world.post(new)
    return message_json(world, chat, new)


async def _answer_query(world: World, params: Params) -> object:
    query = params.text("callback_query_id")
    if len(params.text("text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    if query not in world.open_queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.open_queries.discard(query)
    world.answered_queries.append(query)
    return True


async def _chat_action(world: World, params: Params) -> object:
    if params.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = _chat(world, params)
    world.note(f"    ({params.text('action')} in {chat.id})")
    return True


async def _set_webhook(world: World, params: Params) -> object:
    url, secret = params.text("url"), params.text("secret_token")
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in _LOCAL
    if url and parts.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    world.hook = Hook(url, secret) if url else None
    if "allowed_updates" in params.values:
        world.allowed = tuple(str(kind) for kind in params.items("allowed_updates"))
    return _forget(world, params)


async def _delete_webhook(world: World, params: Params) -> object:
    world.hook = None
    return _forget(world, params)


def _forget(world: World, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        world.pending = []
    return True


async def _webhook_info(world: World, _params: Params) -> object:
    info: dict[str, object] = {
        "url": world.hook.url if world.hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.pending),
    }
    if world.hook_error:
        info |= {"last_error_message": world.hook_error, "last_error_date": 1767225600}
    return info


async def _set_commands(world: World, params: Params) -> object:
    commands = params.items("commands")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    menu = dict(_command(command) for command in commands)
    world.profile["commands", _language(params)] = menu
    return True


def _command(command: object) -> tuple[str, str]:
    if not isinstance(command, Mapping):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = command.get("command"), command.get("description")
    if not isinstance(name, str) or not _COMMAND.fullmatch(name.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return name.removeprefix("/"), description


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _describe(field: str, limit: int) -> Callable[[World, Params], Awaitable[object]]:
    async def handler(world: World, params: Params) -> object:
        if len(params.text(field)) > limit:
            raise bad_request(f"{field.replace('_', ' ')} is too long")
        world.profile[field, _language(params)] = params.text(field)
        return True

    return handler


def message_json(world: World, chat: Chat, sent: Sent) -> dict[str, object]:
    """Return the Message object of a message."""
    writer = world.bot_json if sent.by_bot else {"id": chat.id, "is_bot": False, "first_name": "Person"}
    more = {"text": sent.text} if sent.kind == "text" else {"caption": sent.text}
    return {"message_id": sent.message_id, "date": 1767225600, "chat": chat.json(), "from": writer, **more}


_HANDLERS: Mapping[str, Callable[[World, Params], Awaitable[object]]] = MappingProxyType(
    {
        "getMe": _get_me,
        "getUpdates": _get_updates,
        "sendMessage": _send_message,
        "sendPhoto": _send(photo),
        "sendDocument": _send(document),
        "sendContact": _send(contact),
        "sendVenue": _send(venue),
        "editMessageText": _edit_message,
        "answerCallbackQuery": _answer_query,
        "answerInlineQuery": answer_inline,
        "sendChatAction": _chat_action,
        "setWebhook": _set_webhook,
        "deleteWebhook": _delete_webhook,
        "getWebhookInfo": _webhook_info,
        "setMyCommands": _set_commands,
        "setMyDescription": _describe("description", 512),
        "setMyShortDescription": _describe("short_description", 120),
    }
)
