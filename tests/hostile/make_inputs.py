"""Makes the hostile inputs of the cases: ``make_inputs.py FOLDER`` writes FOLDER/files and FOLDER/bombs.

Small on disk, huge when expanded: never keep the bombs. Standard library only; the same bytes on each run.
"""
import io, os, struct, sys, zipfile, zlib, random
OUT = os.path.join(sys.argv[1], "files"); BOM = os.path.join(sys.argv[1], "bombs")
def w(name, data, where=OUT):
    os.makedirs(where, exist_ok=True)
    if isinstance(data, str): data = data.encode("utf-8")
    with open(os.path.join(where, name), "wb") as f: f.write(data)

# ---------------------------------------------------------------- PDF writer
class Pdf:
    def __init__(self): self.o = {}
    def add(self, body, n=None):
        n = n or (max(self.o) + 1 if self.o else 1)
        self.o[n] = body if isinstance(body, bytes) else body.encode("latin-1"); return n
    def stream(self, data, extra="", n=None, length=None):
        if isinstance(data, str): data = data.encode("latin-1")
        L = len(data) if length is None else length
        return self.add(("<< /Length %d %s >>\nstream\n" % (L, extra)).encode("latin-1") + data + b"\nendstream", n)
    def dump(self, root=1, trailer_extra="", startxref=None, xref=True, tail=b""):
        b = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"); off = {}
        for n in sorted(self.o):
            off[n] = len(b); b += b"%d 0 obj\n" % n + self.o[n] + b"\nendobj\n"
        x = len(b)
        if xref:
            top = max(self.o) + 1
            b += b"xref\n0 %d\n0000000000 65535 f \n" % top
            for n in range(1, top):
                b += (b"%010d 00000 n \n" % off[n]) if n in off else b"0000000000 65535 f \n"
            te = trailer_extra.replace("@XREF@", str(x))
            b += ("trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (top, root, te)).encode("latin-1")
        b += b"startxref\n%d\n%%%%EOF\n" % (x if startxref is None else startxref)
        return bytes(b + tail)
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
def simple(content=b"BT /F1 12 Tf 72 700 Td (Service Objective: PED01) Tj ET", extra="", res="", mediabox="[0 0 612 792]", pageextra="", font=FONT):
    p = Pdf()
    p.add("<< /Type /Catalog /Pages 2 0 R >>"); p.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    p.add("<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (mediabox, res, pageextra))
    p.stream(content, extra); p.add(font)
    return p
def blocks(c, byte, size):
    """Deflate of ``size`` equal bytes: a block that ends in a full flush is the same each time, so one is made and repeated."""
    chunk = byte * (1 << 20); first = c.compress(chunk) + c.flush(zlib.Z_FULL_FLUSH)
    again = c.compress(chunk) + c.flush(zlib.Z_FULL_FLUSH)
    return first + again * ((size >> 20) - 1)
def flate_repeat(byte, size, level=9):
    c = zlib.compressobj(level, zlib.DEFLATED, -15); return b"\x78\xda" + blocks(c, byte, size) + c.flush()

def pdfs():
    w("p00_ok.pdf", simple().dump())
    w("p01_empty.pdf", b""); w("p02_text_named_pdf.pdf", "hello, I am not a PDF\n")
    good = simple().dump(); w("p03_truncated.pdf", good[: len(good) * 55 // 100])
    w("p04_bad_startxref.pdf", simple().dump(startxref=99999999))
    w("p05_prev_self_loop.pdf", simple().dump(trailer_extra="/Prev @XREF@"))
    # two xref sections pointing to each other
    a = simple().dump(trailer_extra="/Prev 9999"); a += b" " * (9999 - len(a)); x1 = a.find(b"xref\n0 ")
    w("p06_prev_ping_pong.pdf", a + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n9999\n%%%%EOF\n" % x1)
    # page tree loop
    p = simple(); p.o[2] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"; w("p07_page_tree_self.pdf", p.dump())
    p = simple(); p.o[2] = b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"; w("p08_count_lie.pdf", p.dump())
    p = simple(); p.o[2] = b"<< /Type /Pages /Kids [" + b"3 0 R " * 20000 + b"] /Count 20000 >>"; w("p09_same_page_20000_times.pdf", p.dump())
    # recursive forms
    def form(p, content, xo, n=None): return p.stream(content, "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> /XObject << %s >> >>" % xo, n)
    p = simple(b"/X0 Do", res="/XObject << /X0 6 0 R >>"); form(p, b"BT /F1 12 Tf 72 600 Td (self) Tj ET /X0 Do", "/X0 6 0 R", 6); w("p10_form_self.pdf", p.dump())
    p = simple(b"/X0 Do", res="/XObject << /X0 6 0 R >>"); form(p, b"/X1 Do", "/X1 7 0 R", 6); form(p, b"/X0 Do", "/X0 6 0 R", 7); w("p11_form_mutual.pdf", p.dump())
    p = simple(b"/X0 Do", res="/XObject << /X0 6 0 R >>"); depth = 12
    for d in range(depth):
        last = d == depth - 1
        form(p, b"BT /F1 1 Tf 1 1 Td (a) Tj ET" if last else b"/X%d Do " % (d + 1) * 10, "" if last else "/X%d %d 0 R" % (d + 1, 7 + d), 6 + d)
    w("p12_form_fanout_10pow11.pdf", p.dump())
    p = simple(b"/X0 Do", res="/XObject << /X0 6 0 R >>"); depth = 3000
    for d in range(depth):
        last = d == depth - 1
        form(p, b"BT /F1 12 Tf 72 500 Td (deep) Tj ET" if last else b"/X Do", "" if last else "/X %d 0 R" % (7 + d), 6 + d)
    w("p13_form_chain_3000_deep.pdf", p.dump())
    # geometry
    w("p14_mediabox_1e30.pdf", simple(mediabox="[0 0 1e30 1e30]").dump()); w("p15_mediabox_zero.pdf", simple(mediabox="[0 0 0 0]").dump())
    w("p16_mediabox_missing.pdf", simple().dump().replace(b"/MediaBox [0 0 612 792]", b"/NediaBox [0 0 612 792]"))
    w("p17_mediabox_200000pt.pdf", simple(mediabox="[0 0 200000 200000]").dump())
    w("p18_deep_array.pdf", simple(b"[" * 50000 + b"]" * 50000 + b" TJ").dump())
    p = simple(); p.add(b"[" * 50000 + b"]" * 50000, 6); p.o[1] = b"<< /Type /Catalog /Pages 2 0 R /Foo 6 0 R >>"; w("p19_deep_array_object.pdf", p.dump())
    # line grids for the table finder
    for k in (100, 300, 600):
        c = ["0.2 w"] + ["%.3f 10 m %.3f 780 l S" % (10 + i * 590 / k, 10 + i * 590 / k) for i in range(k)] + ["10 %.3f m 600 %.3f l S" % (10 + i * 770 / k, 10 + i * 770 / k) for i in range(k)]
        w("p20_grid_%d.pdf" % k, simple("\n".join(c).encode()).dump())
    for k in (200, 400):  # page so large that snapping cannot merge the lines
        S = 14400; c = ["1 w"] + ["%d 10 m %d %d l S" % (10 + i * 30, 10 + i * 30, S - 10) for i in range(k)] + ["10 %d m %d %d l S" % (10 + i * 30, S - 10, 10 + i * 30) for i in range(k)]
        w("p20b_grid_bigpage_%d.pdf" % k, simple(zlib.compress("\n".join(c).encode(), 9), "/Filter /FlateDecode", mediabox="[0 0 %d %d]" % (S, S)).dump())
    # many chars on one page, compressed
    txt = b"BT /F1 4 Tf " + b"".join(b"1 0 0 1 %d %d Tm (%s) Tj " % (10 + (i % 100) * 5, 10 + (i // 100) % 190 * 4, b"abcdefghij") for i in range(20000)) + b"ET"
    w("p21_200k_chars_one_page.pdf", simple(zlib.compress(txt, 9), "/Filter /FlateDecode").dump())
    # fonts and cmaps
    def cid(tounicode=None, W="", enc="/Identity-H"):
        p = simple(b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET")
        p.o[5] = ("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding %s /DescendantFonts [6 0 R] %s >>" % (enc, "/ToUnicode 7 0 R" if tounicode else "")).encode()
        p.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 %s >>" % W, 6)
        if tounicode: p.stream(tounicode, "", 7)
        p.add("<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 >>", 8); return p
    cm = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange %s endbfrange endcmap end end"
    w("p22_tounicode_bfrange_4G.pdf", cid(cm % b"<00000000> <FFFFFFFF> <0000>").dump())
    w("p23_tounicode_bfrange_300M.pdf", cid(cm % b"<00000000> <11FFFFFF> <0000>").dump())
    w("p24_cid_W_range_2G.pdf", cid(W="/W [0 2000000000 500]").dump())
    w("p25_cid_no_tounicode.pdf", cid().dump())
    w("p26_cmap_path_traversal.pdf", cid(enc="/..#2F..#2F..#2F..#2F..#2Ftmp#2Fresearch#2Fbad-inputs#2Fevil").dump())
    # xref streams
    def xstm(index, size, wv="[1 4 2]", prev=""):
        p = simple(); b = bytearray(b"%PDF-1.7\n"); off = {}
        for n in sorted(p.o): off[n] = len(b); b += b"%d 0 obj\n" % n + p.o[n] + b"\nendobj\n"
        x = len(b); rows = b"\0\0\0\0\0\xff\xff" + b"".join(struct.pack(">BIH", 1, off[n], 0) for n in sorted(off))
        b += ("9 0 obj\n<< /Type /XRef /Size %s /Index %s /W %s /Root 1 0 R %s /Length %d >>\nstream\n" % (size, index, wv, prev.replace("@", str(x)), len(rows))).encode() + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % x
        return bytes(b)
    w("p27_xrefstm_ok.pdf", xstm("[0 6]", "10")); w("p28_xrefstm_index_2G.pdf", xstm("[0 2147483647]", "2147483647"))
    w("p29_xrefstm_W_huge.pdf", xstm("[0 6]", "10", "[1 2147483647 2]")); w("p30_xrefstm_prev_self.pdf", xstm("[0 6]", "10", prev="/Prev @"))
    p = simple(); p.stream(b"BT /F1 12 Tf 72 700 Td (kept) Tj ET", "", 4, length=999999999); w("p31_length_lie.pdf", p.dump())
    p = simple(); p.stream(b"BT /F1 12 Tf 72 700 Td (x) Tj ET", "", 4, length=-5); w("p32_length_negative.pdf", p.dump())
    # object stream that declares itself as its own container
    p = simple(); p.stream(b"1 0 << >>", "/Type /ObjStm /N 1000000000 /First 4", 6); w("p33_objstm_N_1e9.pdf", p.dump())
    # filter chains
    import base64
    d = b"BT /F1 12 Tf 72 700 Td (chain) Tj ET"
    for _ in range(30): d = base64.a85encode(d) + b"~>"
    w("p34_ascii85_x30.pdf", simple(d, "/Filter [%s]" % " ".join(["/ASCII85Decode"] * 30)).dump())
    d = b"BT /F1 12 Tf 72 700 Td (chain) Tj ET"
    for _ in range(400): d = zlib.compress(d, 0)
    w("p35_flate_x400.pdf", simple(d, "/Filter [%s]" % " ".join(["/FlateDecode"] * 400)).dump())
    # truncated flate: pdfminer falls back to byte-by-byte
    rnd = random.Random(1); body = b"".join(b"BT /F1 8 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (rnd.randrange(600), rnd.randrange(780), bytes(rnd.choices(b"abcdefghijklmnopqrstuvwxyz", k=12))) for _ in range(6000))
    z = zlib.compress(body, 9); w("p36_flate_truncated_small.pdf", simple(z[: len(z) * 9 // 10], "/Filter /FlateDecode").dump())
    # no text, only a picture-sized rectangle = looks like a scan
    p = simple(b"q 612 0 0 792 0 0 cm /I Do Q", res="/XObject << /I 6 0 R >>"); p.stream(b"\x80" * 100, "/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceGray", 6); w("p37_image_only.pdf", p.dump())
    w("p38_hostile_strings.pdf", simple(b"BT /F1 12 Tf 72 700 Td (=cmd|' /C calc'!A0) Tj 0 -20 Td (<script>alert\\(1\\)</script>) Tj 0 -20 Td (\\033]0;pwn\\007\\033[2J) Tj 0 -20 Td (../../etc/passwd) Tj ET").dump())
    w("p39_link_javascript.pdf", simple(pageextra="/Annots [<< /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]").dump())
    w("p40_garbage_prefix_1k.pdf", b"\0" * 1000 + good); w("p41_html_polyglot.pdf", b"<html><!-- " + good + b" --><p>other text</p>")
    # standard security handler, V1 R2 (RC4-40): user password "secret" / empty user password with owner restriction
    import hashlib
    PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    def rc4(k, data):
        S = list(range(256)); j = 0
        for i in range(256): j = (j + S[i] + k[i % len(k)]) & 255; S[i], S[j] = S[j], S[i]
        i = j = 0; o = bytearray()
        for c in data:
            i = (i + 1) & 255; j = (j + S[i]) & 255; S[i], S[j] = S[j], S[i]; o.append(c ^ S[(S[i] + S[j]) & 255])
        return bytes(o)
    for name, upw in (("p42_encrypted_user_password.pdf", b"secret"), ("p43_encrypted_owner_only.pdf", b"")):
        P, ID = -64, b"0123456789abcdef"
        okey = hashlib.md5((b"owner" + PAD)[:32]).digest()[:5]; O = rc4(okey, (upw + PAD)[:32])
        key = hashlib.md5((upw + PAD)[:32] + O + struct.pack("<i", P) + ID).digest()[:5]; U = rc4(key, PAD)
        p = simple(); content = b"BT /F1 12 Tf 72 700 Td (Service Objective: PED01) Tj ET"
        k4 = hashlib.md5(key + struct.pack("<I", 4)[:3] + b"\0\0").digest()[:10]; p.stream(rc4(k4, content), "", 4)
        p.add("<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P %d >>" % (O.hex(), U.hex(), P), 6)
        w(name, p.dump(trailer_extra="/Encrypt 6 0 R /ID [<%s><%s>]" % (ID.hex(), ID.hex())))
    w("p44_encrypt_unknown_handler.pdf", (lambda p: (p.add("<< /Filter /Evil.DRM /V 9 /R 99 /O <00> /U <00> /P 0 >>", 6), p.dump(trailer_extra="/Encrypt 6 0 R /ID [<00><00>]"))[1])(simple()))
    # /W widths, outline loop, name tree: only if used.  Rotated and negative boxes
    w("p45_rotate_45.pdf", simple(pageextra="/Rotate 45").dump()); w("p46_mediabox_reversed.pdf", simple(mediabox="[612 792 0 0]").dump())
    w("p47_content_type_confusion.pdf", simple().dump().replace(b"/Contents 4 0 R", b"/Contents 3 0 R"))
    w("p48_unknown_operators.pdf", simple(b"foo bar baz\n" * 3000 + b"BT /F1 12 Tf 72 700 Td (kept) Tj ET").dump())
    w("p49_nan_operands.pdf", simple(b"BT /F1 1e400 Tf 1e999 -1e999 Td (x) Tj ET 1 0 0 1 0 0 cm BT /F1 12 Tf 72 700 Td (kept) Tj ET").dump())
    w("p50_stack_q_100k.pdf", simple(zlib.compress(b"q " * 100000 + b"BT /F1 12 Tf 72 700 Td (kept) Tj ET", 9), "/Filter /FlateDecode").dump())

    p = simple(zlib.compress(b"BT /F1 8 Tf 72 700 Td (abcdefghij) Tj ET\n" * 1500, 9), "/Filter /FlateDecode"); p.o[3] = p.o[3].replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 20000 + b"]"); w("p51_contents_array_20000_refs.pdf", p.dump())
    w("p52_inline_image_no_EI.pdf", simple(b"BI /W 10 /H 10 /BPC 8 /CS /G ID " + b"x" * 5000 + b" BT /F1 12 Tf 72 700 Td (lost) Tj ET").dump())
    w("p53_unterminated_string.pdf", simple(b"BT /F1 12 Tf 72 700 Td (kept) Tj (((((((((" + b"(" * 5000).dump())
    w("p54_usecmap_self.pdf", cid(b"/CIDInit /ProcSet findresource begin begincmap /Adobe-Identity-UCS usecmap /Self usecmap 1 beginbfchar <0041> <0058> endbfchar endcmap").dump())
    w("p55_tounicode_long_target.pdf", cid(b"begincmap 1 beginbfchar <0041> <" + b"0058" * 40000 + b"> endbfchar endcmap").dump())

# ---------------------------------------------------------------- DOCX writer
CT = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="htm" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
RELS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
def P(t): return "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % t
def TC(t, pr=""): return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (pr, P(t))
def doc(body, head='<?xml version="1.0" encoding="UTF-8"?>'): return head + "<w:document %s><w:body>%s</w:body></w:document>" % (NS, body)
def docx(body, head='<?xml version="1.0" encoding="UTF-8"?>', raw=None, extra=(), docrels=None, ct=CT, rels=RELS):
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        def put(n, d): z.writestr(zipfile.ZipInfo(n, (2020, 1, 1, 0, 0, 0)), d, zipfile.ZIP_DEFLATED)
        put("[Content_Types].xml", ct); put("_rels/.rels", rels); put("word/document.xml", raw if raw is not None else doc(body, head))
        if docrels: put("word/_rels/document.xml.rels", '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % docrels)
        for n, d in extra: put(n, d)
    return b.getvalue()
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
def table(rows, grid=2): return "<w:tbl><w:tblPr/><w:tblGrid>%s</w:tblGrid>%s</w:tbl>" % ("<w:gridCol/>" * grid, rows)
def docxs():
    w("d00_ok.docx", docx(P("Service Objective: PED01") + table("<w:tr>%s%s</w:tr>" % (TC("PED001"), TC("87%")))))
    w("d01_empty.docx", b""); w("d02_text_named_docx.docx", "plain text"); g = docx(P("x") * 500); w("d03_truncated.docx", g[: len(g) // 2])
    b = io.BytesIO(); z = zipfile.ZipFile(b, "w"); z.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 1, 0, 0, 0)), "x"); z.close(); w("d04_zip_no_parts.docx", b.getvalue())
    w("d05_ole_encrypted.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1016)
    w("d06_xxe_file.docx", docx(P("&xxe;"), '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>'))
    w("d07_xxe_http_dtd.docx", docx(P("x"), '<?xml version="1.0"?><!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/evil.dtd">'))
    ents = '<!ENTITY a0 "lollollollol">' + "".join('<!ENTITY a%d "%s">' % (i, ("&a%d;" % (i - 1)) * 10) for i in range(1, 10))
    w("d08_billion_laughs.docx", docx(P("&a9;"), '<?xml version="1.0"?><!DOCTYPE w:document [%s]>' % ents))
    w("d09_billion_laughs_in_rels.docx", docx(P("x"), rels='<?xml version="1.0"?><!DOCTYPE R [%s]>' % ents + RELS.split("?>", 1)[1].replace("</Relationships>", '<Relationship Id="z" Type="&a9;" Target="x"/></Relationships>')))
    w("d10_gridspan_1e9.docx", docx(table("<w:tr>%s%s</w:tr>" % (TC("PED001", '<w:gridSpan w:val="1000000000"/>'), TC("87%")))))
    w("d11_gridspan_negative.docx", docx(table("<w:tr>%s%s</w:tr>" % (TC("PED001", '<w:gridSpan w:val="-3"/>'), TC("87%")))))
    w("d12_gridspan_text.docx", docx(table("<w:tr>%s%s</w:tr>" % (TC("PED001", '<w:gridSpan w:val="two"/>'), TC("87%")))))
    w("d13_vmerge_continue_first_row.docx", docx(table("<w:tr>%s%s</w:tr>" % (TC("PED001", "<w:vMerge/>"), TC("87%")))))
    w("d14_gridbefore_1e9.docx", docx(table('<w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>%s%s</w:tr>' % (TC("PED001"), TC("87%")))))
    def nest(n): return "".join("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>" for _ in range(n)) + P("core") + "".join("%s</w:tc></w:tr></w:tbl>" % P("") for _ in range(n))
    for n in (50, 80, 500, 20000): w("d15_nested_tables_%d.docx" % n, docx(nest(n)))
    w("d16_altchunk.docx", docx(P("before") + '<w:altChunk r:id="rIdA"/>' + P("after"), docrels='<Relationship Id="rIdA" Type="%saFChunk" Target="afchunk.htm"/>' % R, extra=[("word/afchunk.htm", "<html><body><table><tr><td>PED999</td><td>50%</td></tr></table></body></html>")]))
    w("d17_external_rels.docx", docx(P("x"), docrels='<Relationship Id="rId8" Type="%sattachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/><Relationship Id="rId9" Type="%simage" Target="file:///etc/passwd" TargetMode="External"/>' % (R, R)))
    w("d18_rel_traversal.docx", docx(P("x"), docrels='<Relationship Id="rId8" Type="%simage" Target="../../../../../../etc/passwd"/>' % R))
    w("d19_missing_image_part.docx", docx(P("x"), docrels='<Relationship Id="rId8" Type="%simage" Target="media/none.png"/>' % R))
    b = io.BytesIO(); 
    import warnings; warnings.simplefilter("ignore")
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        for n, d in (("[Content_Types].xml", CT), ("_rels/.rels", RELS), ("word/document.xml", doc(P("FIRST copy 10%"))), ("word/document.xml", doc(P("SECOND copy 90%")))): z.writestr(zipfile.ZipInfo(n, (2020, 1, 1, 0, 0, 0)), d)
    w("d20_duplicate_member.docx", b.getvalue())
    w("d21_zip_slip_member.docx", docx(P("x"), extra=[("../../../../tmp/planparse-slipped/SLIPPED", "owned"), ("/tmp/planparse-slipped/SLIPPED2", "owned")]))
    w("d22_tracked_changes.docx", docx('<w:p><w:r><w:t xml:space="preserve">Target: </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>85%</w:t></w:r></w:ins></w:p>'))
    w("d23_sdt_textbox_sym_smarttag.docx", docx('<w:sdt><w:sdtContent>%s%s</w:sdtContent></w:sdt><w:p><w:smartTag w:uri="u" w:element="e"><w:r><w:t>SMART</w:t></w:r></w:smartTag></w:p><w:p><w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r><w:r><w:t>SYM</w:t><w:noBreakHyphen/><w:t>X</w:t><w:tab/><w:t>T</w:t><w:br/><w:t>B</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>%s</w:txbxContent></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:fldSimple w:instr="REF x"><w:r><w:t>FIELD</w:t></w:r></w:fldSimple><w:hyperlink r:id="none"><w:r><w:t>LINK</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:sdt><w:sdtContent><w:tr><w:tc>%s</w:tc></w:tr></w:sdtContent></w:sdt><w:tr><w:sdt><w:sdtContent><w:tc>%s</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>' % (P("SDTPARA"), table("<w:tr>%s</w:tr>" % TC("SDTTABLE"), 1), P("TEXTBOX"), P("SDTROW"), P("SDTCELL"))))
    w("d24_strict_ooxml.docx", docx("", raw=doc(P("strict")).replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"), rels=RELS.replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")))
    w("d25_utf16_document_xml.docx", docx("", raw=doc(P("utf16 é"), '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")))
    w("d26_malformed_xml.docx", docx("", raw=doc(P("x"))[:-20])); w("d27_control_char_ref.docx", docx(P("a&#1;b")))
    w("d28_docm_content_type.docx", docx(P("macro"), ct=CT.replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")))
    w("d29_wide_table_2000x200_ragged.docx", docx(table("".join("<w:tr>%s</w:tr>" % "".join("<w:tc><w:p/></w:tc>" for _ in range(200 - i % 3)) for i in range(400)), 200)))
    w("d32_vmerge_2000_rows.docx", docx(table("".join("<w:tr>%s%s</w:tr>" % (TC("M" if i == 0 else "", '<w:vMerge w:val="restart"/>' if i == 0 else "<w:vMerge/>"), TC(str(i))) for i in range(2000)))))
    w("d33_mc_alternate_both.docx", docx('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>CHOICE</w:t></mc:Choice><mc:Fallback><w:t>FALLBACK</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r><w:r><w:instrText>INSTR</w:instrText></w:r></w:p>'))
    # zip whose member header says it is encrypted
    d = bytearray(docx(P("x"))); i = d.find(b"PK\x03\x04"); 
    while i >= 0: d[i + 6] |= 1; i = d.find(b"PK\x03\x04", i + 4)
    i = d.find(b"PK\x01\x02")
    while i >= 0: d[i + 8] |= 1; i = d.find(b"PK\x01\x02", i + 4)
    w("d30_zip_encrypted_flag.docx", bytes(d))
    d = bytearray(docx(P("x"))); i = d.find(b"PK\x03\x04", 10); d[i + 60] ^= 0xFF; w("d31_bad_crc_or_data.docx", bytes(d))

# ---------------------------------------------------------------- HTML / text
def htmls():
    w("h00_ok.html", "<table><tr><th>Measure</th><th>2016/17</th></tr><tr><td>PED001</td><td>88%</td></tr></table>")
    w("h01_span_65534x1000.html", "<table><tr><td rowspan=65534 colspan=1000>a</td></tr><tr><td>b</td></tr></table>")
    w("h02_span_1e9.html", "<table><tr><td colspan=1000000000>a</td><td rowspan=1000000000>b</td></tr></table>")
    w("h03_span_many_1000x1000.html", "<table>" + "".join("<tr>" + "<td colspan=1000>x</td>" * 100 + "</tr>" for _ in range(100)) + "</table>")
    w("h04_span_bad.html", "<table><tr><td colspan='-3'>a</td><td colspan='1.5'>b</td><td rowspan='0'>c</td><td colspan=''>d</td><td colspan='\u0664'>e</td></tr><tr><td>f</td></tr></table>")
    for n in (500, 5000, 50000): w("h05_deep_div_%d.html" % n, "<div>" * n + "core" + "</div>" * n)
    w("h06_deep_tables_2000.html", "<table><tr><td>" * 2000 + "core" + "</td></tr></table>" * 2000)
    w("h30_table_after_300_divs.html", "<p>first</p>" + "<div>" * 300 + "</div>" * 300 + "<table><tr><td>PED001</td><td>88%</td></tr></table>")
    w("h31_pound_cp1252.html", b"<p>cost \xa310,000 \x96 caf\xe9</p>")
    w("h07_cp1252_says_utf8.html", b"<meta charset=utf-8><p>caf\xe9 \x93quoted\x94 10\xa0000</p>"); w("h08_utf16_no_bom.html", "<p>PED001 café</p>".encode("utf-16-le")); w("h09_utf16_bom.html", "<p>PED001 café</p>".encode("utf-16"))
    w("h10_utf7.html", b"<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>"); w("h11_meta_conflict.html", "<meta charset=iso-8859-1><p>café</p>".encode("utf-8"))
    w("h12_nul_bytes.html", b"<p>before</p><p>mid\x00dle</p><p>after</p>"); w("h13_charrefs.html", "<p>&#0;&#x110000;&#99999999999999999999;&#xD800;&#128;&nbsp;&notit;&amp</p>")
    w("h14_hidden.html", "<p>shown</p><p style='display:none'>HIDDEN</p><template>TEMPLATE</template><noscript>NOSCRIPT</noscript><script>SCRIPT</script><style>STYLE</style><!-- COMMENT --><textarea>TEXTAREA</textarea><title>TITLE</title>")
    w("h15_unclosed_table.html", "<table><tr><td>a<td>b<tr><td>c<table><tr><td>inner</table><td>d"); w("h16_foster.html", "<table>LOOSE<tr>ROWTEXT<td>cell</td></tr></table>")
    w("h17_quadratic_lt_bang.html", "<!" * 60000); w("h18_quadratic_comment.html", "<!--" * 40000); w("h19_quadratic_cdata.html", "<![CDATA[" * 20000); w("h20_adoption_agency.html", "<b>" * 3000 + "<p>" * 3000)
    w("h21_unclosed_attr.html", "<a " + "x='" * 50000); w("h22_xss.html", "<table><tr><td><img src=x onerror=alert(1)></td><td>&lt;script&gt;alert(1)&lt;/script&gt;</td><td>\" onmouseover=\"alert(1)</td><td>javascript:alert(1)</td></tr></table>")
    w("h23_external.html", "<base href='http://127.0.0.1:9/'><link rel=stylesheet href=x.css><img src='file:///etc/passwd'><iframe src='http://127.0.0.1:9/'></iframe><p>ok</p>")
    w("h24_xhtml_entity.html", '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY l "lol">]><html><body><p>&x;&l;</p></body></html>')
    w("h25_many_attrs.html", "<p " + " ".join("a%d=1" % i for i in range(20000)) + ">x</p>"); w("h26_empty.html", b""); w("h27_binary.html", bytes(range(256)) * 40)
    w("h28_unclosed_start_tags.html", "<a" * 50000); w("h29_select.html", "<select>" * 3000 + "<option>x")
def texts():
    w("t01_empty.txt", b""); w("t02_binary.txt", bytes(range(256)) * 40); w("t03_utf16_bom.txt", "Service Objective:\tPED01\n".encode("utf-16")); w("t04_cp1252.txt", "Service Objective:\tPED01 – caf\xe9 £1\n".encode("cp1252")); w("t05_utf8_bom.txt", "\ufeffService Objective:\tPED01\n".encode("utf-8"))
    w("t06_line_separators.txt", "Service Objective:\tPED01\u2028same line\x0bsame\x0csame\x1csame\x85same\nnext\rnext2\r\nnext3")
    w("t07_ansi.txt", "Service Objective:\tPED01 \x1b]0;pwned\x07\x1b[2J\x1b[1;31mRED\x1b[0m \x1b]52;c;cm0gLXJmIH4=\x07 \x9b31m \x08\x08\x08\n")
    w("t08_bidi_zero_width.txt", "PED001\u202e%09\u202c \u200bPED\u200d002 PED\u00ad003 \u2066x\u2069 PED004\u0301 \ufeff\n")
    w("t09_formula_cells.txt", "Linked Indicators:\tProposed measures\tLatest\tTargets\n\t=cmd|' /C calc'!A0\t-5%\t+3\n\t@SUM(1+1)*cmd|' /C calc'!A0\t=1+1\t-\n\t- bullet text\t−5\t\u20115\n")
    w("t10_numbers.txt", "1 234,5\n1\u00a0234.5\n1\u202f234\n1.234,56\n12,5\n1e999\nnan\nInfinity\n١٢٣\n１２\n1_000\n" + "9" * 5000 + "\n1e1000000000\n½\n٪5\n5\u202f%\n")
    w("t11_surrogate_like.txt", b"PED001 \xed\xa0\x80 x\n"); w("t12_private_use.txt", "\uf0b7 bullet\n\uf0a7 bullet\n\ufb01nance \ufb02ow o\ufb03ce e\u0301 \u2126 \u212b\n"); w("t13_nul.txt", b"PED001\x00\t87%\n"); w("t14_long_title.txt", "Service Objective:\t" + "../" * 50 + "etc/passwd\x00.html" + "A" * 5000 + "\n")

# ---------------------------------------------------------------- bombs
def bombs():
    sp = flate_repeat(b" ", 1 << 30); w("b01_flate_1GiB.pdf", simple(sp, "/Filter /FlateDecode").dump(), BOM)
    w("b02_flate_flate_4GiB.pdf", simple(zlib.compress(flate_repeat(b" ", 4 << 30), 9), "/Filter [/FlateDecode /FlateDecode]").dump(), BOM)
    z = flate_repeat(b" ", 64 << 20); w("b03_flate_64MiB_truncated.pdf", simple(z[:-8], "/Filter /FlateDecode").dump(), BOM)
    z = flate_repeat(b" ", 256 << 20); w("b03b_flate_256MiB_truncated.pdf", simple(z[:-8], "/Filter /FlateDecode").dump(), BOM)
    w("b04_runlength_7MB.pdf", simple(b"\x81\x20" * 60000 + b"\x80", "/Filter /RunLengthDecode").dump(), BOM)
    w("b05_a85_z_8MB.pdf", simple(b"z" * (8 << 20) + b"~>", "/Filter /ASCII85Decode").dump(), BOM)
    txt = zlib.compress(b"BT /F1 4 Tf " + b"1 0 0 1 10 10 Tm (abcdefghij) Tj " * 300000 + b"ET", 9); w("b06_3M_chars_one_page.pdf", simple(txt, "/Filter /FlateDecode").dump(), BOM)
    txt = zlib.compress(b"0 0 m 10 10 l S " * 500000, 9); w("b07_500k_lines_one_page.pdf", simple(txt, "/Filter /FlateDecode").dump(), BOM)
    # DOCX: 1 GiB of white space, valid XML
    def zipbomb(name, payload_len, lie=None):
        head, tail = doc("@@").encode().split(b"@@"); c = zlib.compressobj(9, zlib.DEFLATED, -15); crc = 0; out = []; n = 0
        def feed(b):
            nonlocal crc, n; crc = zlib.crc32(b, crc); n += len(b); out.append(c.compress(b))
        feed(head); out.append(c.flush(zlib.Z_FULL_FLUSH)); out.append(blocks(c, b" ", payload_len)); n += payload_len; chunk = b" " * (1 << 20)
        for _ in range(payload_len >> 20): crc = zlib.crc32(chunk, crc)
        feed(tail); out.append(c.flush()); data = b"".join(out)
        ms = [("[Content_Types].xml", CT.encode()), ("_rels/.rels", RELS.encode())]; b = io.BytesIO(); cd = io.BytesIO(); k = 0
        def put(nm, comp, crc, csz, usz, method):
            nonlocal k; off = b.tell(); nm = nm.encode()
            b.write(struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, method, 0, 33, crc, csz, usz, len(nm), 0) + nm + comp)
            cd.write(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, method, 0, 33, crc, csz, usz, len(nm), 0, 0, 0, 0, 0, off) + nm); k += 1
        for nm, dd in ms: put(nm, dd, zlib.crc32(dd), len(dd), len(dd), 0)
        put("word/document.xml", data, crc, len(data), n if lie is None else lie, 8)
        o = b.tell(); cdv = cd.getvalue(); b.write(cdv + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, k, k, len(cdv), o, 0)); w(name, b.getvalue(), BOM)
    zipbomb("b10_docx_1GiB.docx", 1 << 30); zipbomb("b11_docx_1GiB_says_1000.docx", 1 << 30, lie=1000); zipbomb("b12_docx_200MiB.docx", 200 << 20)
    # 50 pictures of 64 MiB each, all reachable by relationships (python-docx loads every reachable part)
    raw = zlib.compressobj(9, zlib.DEFLATED, -15); comp = raw.compress(b"\0" * (64 << 20)) + raw.flush(); crc = zlib.crc32(b"\0" * (64 << 20))
    b = io.BytesIO(); cd = io.BytesIO(); k = 0
    def ent(nm, off, method, crc, cs, us):
        nonlocal k; nmb = nm.encode(); cd.write(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, method, 0, 33, crc, cs, us, len(nmb), 0, 0, 0, 0, 0, off) + nmb); k += 1
    def loc(nm, data, method, crc, us):
        off = b.tell(); nmb = nm.encode(); b.write(struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, method, 0, 33, crc, len(data), us, len(nmb), 0) + nmb + data); return off
    N = 50; ctx = CT.replace('<Default Extension="htm"', '<Default Extension="png" ContentType="image/png"/><Default Extension="htm"')
    relx = "".join('<Relationship Id="r%d" Type="%simage" Target="media/i%d.png"/>' % (i, R, i) for i in range(N))
    for nm, s in (("[Content_Types].xml", ctx), ("_rels/.rels", RELS), ("word/document.xml", doc(P("x"))), ("word/_rels/document.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % relx)):
        s = s.encode(); ent(nm, loc(nm, s, 0, zlib.crc32(s), len(s)), 0, zlib.crc32(s), len(s), len(s))
    for i in range(N):
        nm = "word/media/i%d.png" % i; ent(nm, loc(nm, comp, 8, crc, 64 << 20), 8, crc, len(comp), 64 << 20)
    o = b.tell(); c2 = cd.getvalue(); b.write(c2 + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, k, k, len(c2), o, 0)); w("b13_docx_50_images_64MiB_each.docx", b.getvalue(), BOM)
    # Fifield overlapping members: every member's data quotes the next member's header, all share one kernel
    def overlap(n=200, kernel=16 << 20):
        kc = zlib.compressobj(9, zlib.DEFLATED, -15); kd = kc.compress(b"\0" * kernel) + kc.flush()
        # built from the last file backwards: data(i) = stored block holding header(i+1), then data(i+1)
        def lh(nm, cs, us, crc): return struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, crc, cs, us, len(nm), 0) + nm
        nm = b"m%05d" % (n - 1); full = b"\0" * kernel; prefix = b""; c = zlib.crc32(full)
        blob = lh(nm, len(kd), kernel, c) + kd; recs = [(nm, c, len(kd), kernel)]
        for i in range(n - 2, -1, -1):
            nm = b"m%05d" % i; hdr = blob[:36]; quote = b"\x00" + struct.pack("<HH", 36, 36 ^ 0xFFFF)
            prefix = hdr + prefix; c = zlib.crc32(full, zlib.crc32(prefix)); cs = 5 + len(blob)
            blob = lh(nm, cs, kernel + len(prefix), c) + quote + blob; recs.append((nm, c, cs, kernel + len(prefix)))
        recs.reverse(); cdv = b""; off = 0
        for nm, c, cs, us in recs:
            cdv += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, c, cs, us, len(nm), 0, 0, 0, 0, 0, off) + nm; off += 36 + 5
        return blob + cdv + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, n, n, len(cdv), len(blob), 0)
    w("b14_zip_overlap_200x16MiB.zip", overlap(), BOM)
    w("b20_html_20MB_one_text_node.html", "<p>start " + "x" * (20 << 20) + " END</p><p>PED001</p>", BOM)
    w("b21_text_200MB_one_line.txt", "Service Objective:\t" + "x" * (200 << 20), BOM)
    w("b22_html_1M_deep.html", "<div>" * 1000000 + "core", BOM)
    w("b23_html_300k_cells.html", "<table>" + ("<tr>" + "<td>1</td>" * 30 + "</tr>") * 10000 + "</table>", BOM)
    w("b24_docx_12MB_text_node.docx", docx(P("y" * (12 << 20))), BOM)
    body = "".join("<w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 6 + "</w:tr>" for _ in range(3000)); w("b25_docx_table_3000x6.docx", docx(table(body, 6)), BOM)

pdfs(); docxs(); htmls(); texts(); bombs()
