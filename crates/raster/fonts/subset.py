#!/usr/bin/env python3
"""Makes the fonts of this folder from those of Debian: the letters that pictures and papers need, no more.

    python3 crates/raster/fonts/subset.py FOLDER

FOLDER is the unpacked content of the packages fonts-noto-core and fonts-noto-cjk (README.md has
their versions). Needs fonttools. The same fonts and facts give the same bytes.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def span(first, last):
    return set(range(first, last + 1))


def written():
    """Every character of the facts and of the texts of the interface."""
    files = [*ROOT.glob("facts/*.csv"), *ROOT.glob("facts/treaties/*.toml")]
    files += ROOT.glob("crates/words/i18n/*/*.ftl")
    return {ord(letter) for file in files for letter in file.read_text(encoding="utf-8")}


USED = written()
CHINESE = {c for c in USED if 0x2E80 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or 0xFF00 <= c <= 0xFFEF}
# Words of treaties, days and pictures, so that a text written tomorrow has most of its letters. All
# of GB/T 2312 would be two megabytes; a letter that is missing needs a line here and a new run.
WORDS = """
条约公约议定书协定协议宪章规约修正案附件附录章程文书条款规定执行履行义务措施行动计划目标指标报告透明度
签署批准接受核准加入继承正式确认同意受约束暂时适用退出生效撤回保留声明反对通知交存保存人签字国
缔约方当事国观察员会议审议大会筹备委员会届次第一二三四五六七八九十百千万零〇两半年月日星期周天时分秒
前后上下左右内外中间至自从到截于在为和与或及以不未无非已将可能应须请见即共总计合数量比例百分之全部其他
国家地区领土组织联合国秘书长裁军事务厅主席团代表团政府首都城市省州岛群共和联邦王人民民主主义伊斯兰
非洲亚洲欧洲美洲大洋洲拉丁加勒比北南东西中部太平洋印度尼西亚大西洋地中海北极南极世界全球区域集团
禁止核武器化学生物细菌毒素集束弹药杀伤人员地雷武器贸易常规全面核试验不扩散无核区外层空间海床环境改变技术
储存销毁清除受害者援助合作援助核查视察监测台站设施保障监督原子能机构导弹激光燃烧碎片爆炸遗留物转让出口进口
来源截至记录已知未知名称语言中文英文法文西班牙文阿拉伯文俄文说明注释日期时间曲线地图图表表格矩阵数据下载
状态情况变化新增减少增加达到需要缺少最近下一本上当前过去将来历史开放供签署普遍化会员成员观察
"""
LATIN = (
    span(0x20, 0x7E) | span(0xA0, 0x17F) | span(0x218, 0x21B) | span(0x1E80, 0x1E85)
    | {0x1E9E, 0x2BC, 0x2C6, 0x2C7, 0x2DA, 0x2DC}
    | span(0x1EA0, 0x1EF9) | {0x1A0, 0x1A1, 0x1AF, 0x1B0}
    | span(0x300, 0x304) | {0x306, 0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x327, 0x328}
    | span(0x2010, 0x2015) | span(0x2018, 0x201E) | span(0x2020, 0x2022) | {0x2026, 0x202F, 0x2030}
    | span(0x2000, 0x200B) | {0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2212, 0x00D7}
    # What stands for a letter that none of these fonts has.
    | {0xFFFD}
)
LATIN |= {c for c in USED if c < 0x2E80}
CYRILLIC = span(0x400, 0x45F) | {0x490, 0x491}
ARABIC = (
    span(0x60C, 0x60C) | {0x61B, 0x61F} | span(0x621, 0x63A) | span(0x640, 0x655)
    | span(0x660, 0x66D) | {0x670, 0x671, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC}
    | span(0x6F0, 0x6F9) | {0x20, 0x28, 0x29, 0xA0, 0xAB, 0xBB, 0x2D, 0x2E, 0x2F, 0x3A}
    | span(0x200C, 0x200F) | span(0x2066, 0x2069)
)

WANTED = [
    ("truetype/noto/NotoSerif-Regular.ttf", None, "NotoSerif-Regular.ttf", LATIN | CYRILLIC),
    ("truetype/noto/NotoSerif-Bold.ttf", None, "NotoSerif-Bold.ttf", LATIN | CYRILLIC),
    ("truetype/noto/NotoSerif-Italic.ttf", None, "NotoSerif-Italic.ttf", LATIN | CYRILLIC),
    ("truetype/noto/NotoNaskhArabic-Regular.ttf", None, "NotoNaskhArabic-Regular.ttf", ARABIC),
    ("truetype/noto/NotoNaskhArabic-Bold.ttf", None, "NotoNaskhArabic-Bold.ttf", ARABIC),
    ("opentype/noto/NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "NotoSerifCJKsc-Regular.otf",
     CHINESE | {ord(c) for c in WORDS if c > ' '} | span(0x3001, 0x3003) | span(0x3008, 0x3011) | {0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B}),
]


def opened(path, family):
    if family is None:
        return TTFont(path)
    for number in range(16):
        font = TTFont(path, fontNumber=number)
        if font["name"].getBestFamilyName() == family:
            return font
    raise SystemExit(f"{path}: no font of the family {family}")


def main(folder):
    total = 0
    for source, family, target, letters in WANTED:
        found = next(pathlib.Path(folder).rglob(source), None)
        if found is None:
            raise SystemExit(f"{folder}: no {source}")
        font = opened(found, family)
        font.recalcTimestamp = False
        options = subset.Options()
        options.layout_features = ["*"] if "Arabic" in target else ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.name_languages = [0x409]
        options.recalc_timestamp = False
        options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "BASE"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.save(HERE / target)
        size = (HERE / target).stat().st_size
        total += size
        print(f"{target}: {size} bytes, {len(font.getBestCmap())} letters")
    print(f"{total} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
