"""The words of annotated copies, in both languages: same keys, same fields."""

ZH: dict[str, str] = {
    "remark.head": "【{severity}】{code} {title}",
    "remark.suspect": "（疑似此处有误）",
    "remark.elsewhere": "另见：{places}",
    "remark.joint": "；",
    "remark.more": "；等，另有 {count} 处",
    "remark.note": "（脚注、尾注中的“{raw}”）",
    "refusal.protected": "文档限制编辑，不能加批注；请先在 Word 或 WPS 中停止保护，另存后再试",
    "refusal.signed": "文档有数字签名，加批注会使签名失效；请用签名之前的文件",
    "refusal.strict": "文档是“严格 Open XML”格式，不能加批注；请在 Word 中另存为普通的 .docx",
    "refusal.large": "解压后过大，不像正常的文档，不加批注",
    "refusal.damaged": "文件有一部分损坏，不能加批注；请在 Word 或 WPS 中打开后另存再试",
    "refusal.place": "批注部分损坏，不能加批注；请在 Word 或 WPS 中打开后另存再试",
}

EN: dict[str, str] = {
    "remark.head": "[{severity}] {code} {title}",
    "remark.suspect": " (probably wrong here)",
    "remark.elsewhere": "See also: {places}",
    "remark.joint": "; ",
    "remark.more": "; and {count} more",
    "remark.note": '("{raw}" in the note)',
    "refusal.protected": "editing is restricted; stop the protection in Word and save the document first",
    "refusal.signed": "the document is signed and comments would break the signature; use the file before signing",
    "refusal.strict": "the document is Strict Open XML; save it as an ordinary .docx in Word first",
    "refusal.large": "unpacks to more than any document should; it is left alone",
    "refusal.damaged": "a part of the file is damaged; open it in Word and save it again first",
    "refusal.place": "its comments are damaged; open it in Word and save it again first",
}
