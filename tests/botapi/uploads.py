"""Bodies with files, as browsers and libraries send them (multipart/form-data)."""

from __future__ import annotations

from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP

from tests.botapi.refusal import bad_request


def read_multipart(content_type: str, body: bytes) -> Mapping[str, object]:
    """Return the fields of a form: texts, and files as ``{"file_name", "mime", "bytes"}``. Raises `Refused`."""
    head = f"Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise bad_request("can't parse multipart form")
    fields: dict[str, object] = {}
    for part in message.iter_parts():
        name, file_name = part.get_param("name", header="content-disposition"), part.get_filename()
        content = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(content, bytes):
            raise bad_request("can't parse multipart form")
        file = {"file_name": file_name, "mime": part.get_content_type(), "bytes": content}
        fields[name] = content.decode() if file_name is None else file
    return fields
