/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/number-words.h"

#include <string.h>

typedef struct {
  const char *word;
  AtlasQualifier qualifier;
} QualifierWord;

/* In each table a word stands before those that it begins with. */
static const QualifierWord prefixes[] = {
  { "不少于", ATLAS_QUALIFIER_AT_LEAST }, { "不低于", ATLAS_QUALIFIER_AT_LEAST },
  { "至少", ATLAS_QUALIFIER_AT_LEAST }, { "超过", ATLAS_QUALIFIER_AT_LEAST }, { "超", ATLAS_QUALIFIER_AT_LEAST },
  { "突破", ATLAS_QUALIFIER_AT_LEAST }, { "多于", ATLAS_QUALIFIER_AT_LEAST }, { "逾", ATLAS_QUALIFIER_AT_LEAST },
  { "不到", ATLAS_QUALIFIER_AT_MOST }, { "不足", ATLAS_QUALIFIER_AT_MOST }, { "不超过", ATLAS_QUALIFIER_AT_MOST },
  { "至多", ATLAS_QUALIFIER_AT_MOST }, { "少于", ATLAS_QUALIFIER_AT_MOST }, { "低于", ATLAS_QUALIFIER_AT_MOST },
  { "接近", ATLAS_QUALIFIER_NEARLY }, { "将近", ATLAS_QUALIFIER_NEARLY }, { "近", ATLAS_QUALIFIER_NEARLY },
  { "大约", ATLAS_QUALIFIER_ABOUT }, { "约为", ATLAS_QUALIFIER_ABOUT }, { "约", ATLAS_QUALIFIER_ABOUT },
  { "≥", ATLAS_QUALIFIER_AT_LEAST },
  { ">", ATLAS_QUALIFIER_AT_LEAST },
  { "≤", ATLAS_QUALIFIER_AT_MOST },
  { "<", ATLAS_QUALIFIER_AT_MOST },
  { "≈", ATLAS_QUALIFIER_ABOUT },
  { "~", ATLAS_QUALIFIER_ABOUT },
  { "just over", ATLAS_QUALIFIER_AT_LEAST }, { "over", ATLAS_QUALIFIER_AT_LEAST },
  { "more than", ATLAS_QUALIFIER_AT_LEAST }, { "at least", ATLAS_QUALIFIER_AT_LEAST },
  { "exceeded", ATLAS_QUALIFIER_AT_LEAST }, { "exceeding", ATLAS_QUALIFIER_AT_LEAST },
  { "above", ATLAS_QUALIFIER_AT_LEAST },
  { "nearly", ATLAS_QUALIFIER_NEARLY }, { "almost", ATLAS_QUALIFIER_NEARLY },
  { "close to", ATLAS_QUALIFIER_NEARLY },
  { "about", ATLAS_QUALIFIER_ABOUT }, { "around", ATLAS_QUALIFIER_ABOUT },
  { "approximately", ATLAS_QUALIFIER_ABOUT },
  { "less than", ATLAS_QUALIFIER_AT_MOST }, { "fewer than", ATLAS_QUALIFIER_AT_MOST },
  { "under", ATLAS_QUALIFIER_AT_MOST }, { "at most", ATLAS_QUALIFIER_AT_MOST },
  { "up to", ATLAS_QUALIFIER_AT_MOST },
};

static const QualifierWord suffixes[] = {
  { "左右", ATLAS_QUALIFIER_ABOUT }, { "上下", ATLAS_QUALIFIER_ABOUT }, { "以上", ATLAS_QUALIFIER_AT_LEAST },
  { "以下", ATLAS_QUALIFIER_AT_MOST }, { "以内", ATLAS_QUALIFIER_AT_MOST }, { "+", ATLAS_QUALIFIER_AT_LEAST },
  { "or more", ATLAS_QUALIFIER_AT_LEAST }, { "or less", ATLAS_QUALIFIER_AT_MOST },
};

static const struct { const char *word; guint exponent; } multipliers[] = {
  { "十", 1 }, { "百", 2 }, { "千", 3 }, { "万", 4 }, { "亿", 8 }, { "萬", 4 }, { "億", 8 },
  { "thousand", 3 }, { "million", 6 }, { "mln", 6 }, { "billion", 9 }, { "bn", 9 },
};

static const char *const percents[] = {
  "%", "个百分点", "百分点", "percentage points", "percentage point", "percent", "per cent",
};

/* The symbols of units.csv and what else documents count in. */
static const char *const units[] = {
  "人次", "人", "名", "位", "元", "个", "家", "所", "座", "处", "户", "场次", "场", "次", "期", "项", "件", "部", "份",
  "类", "级", "批", "支", "小时", "学时", "课时", "年", "岁", "对",
  "per 10,000", "per division", "per ten stations", "per township", "people", "person-times", "person-time", "persons", "person", "yuan", "rmb",
  "stations", "station", "divisions", "division", "sites", "site", "posts", "post", "organisations",
  "organisation", "organizations", "organization", "institutions", "institution", "departments",
  "department", "projects", "project", "classes", "class", "sessions", "session", "times", "time", "cases",
  "case", "households", "household", "records", "record", "documents", "document", "standards", "standard",
  "levels", "level", "categories", "category", "batches", "batch", "funds", "fund", "teams", "team",
  "hours", "hour", "years", "year", "problems", "problem", "elements", "element",
};

/* What a measure word may be counted for, behind a slash: 元/月, "people/station". */
static const char *const pers[] = {
  "万人", "年", "月", "十站", "站", "社区", "区划", "个", "人", "名", "家", "单位", "乡镇", "项目", "场", "year", "month", "station",
  "community", "recipient", "person", "mentor", "organisation", "institution", "project", "activity",
  "worker",
};

static void
skip_blanks (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
}

/* A word of letters ends where its letters end: "over" is no part of "overall". */
gboolean
atlas_number_take_word (const char **text,
                        const char  *word)
{
  const char *end;

  if (!g_str_has_prefix (*text, word))
    return FALSE;
  end = *text + strlen (word);
  if (g_ascii_isalpha (end[-1]) && g_ascii_isalpha (*end))
    return FALSE;
  *text = end;
  skip_blanks (text);
  return TRUE;
}

static gboolean
take_any (const char       **text,
          const char *const *words,
          guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (atlas_number_take_word (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
take_qualifier (const char          **text,
                const QualifierWord  *words,
                guint                 n_words,
                AtlasQualifier       *out)
{
  for (guint i = 0; i < n_words; i++)
    if (atlas_number_take_word (text, words[i].word))
      {
        *out = words[i].qualifier;
        return TRUE;
      }
  return FALSE;
}

gboolean
atlas_number_take_prefix (const char     **text,
                          AtlasQualifier  *out)
{
  return take_qualifier (text, prefixes, G_N_ELEMENTS (prefixes), out);
}

gboolean
atlas_number_take_remainder (const char **text)
{
  static const char *const words[] = { "余", "多", "几" };

  return take_any (text, words, G_N_ELEMENTS (words));
}

gboolean
atlas_number_take_suffix (const char     **text,
                          AtlasQualifier  *out)
{
  return take_qualifier (text, suffixes, G_N_ELEMENTS (suffixes), out);
}

gboolean
atlas_number_take_multiplier (const char **text,
                              guint       *exponent)
{
  /* 百分点 begins with 百 and is none. */
  if (g_str_has_prefix (*text, "百分"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (multipliers); i++)
    if (atlas_number_take_word (text, multipliers[i].word))
      {
        *exponent = multipliers[i].exponent;
        return TRUE;
      }
  return FALSE;
}

gboolean
atlas_number_take_percent (const char **text)
{
  return take_any (text, percents, G_N_ELEMENTS (percents));
}

gboolean
atlas_number_take_money (const char **text)
{
  static const char *const words[] = { "元", "yuan", "rmb" };

  return take_any (text, words, G_N_ELEMENTS (words));
}

gboolean
atlas_number_take_unit (const char **text)
{
  const char *rest;

  if (!take_any (text, units, G_N_ELEMENTS (units)))
    return FALSE;
  rest = *text;
  if (atlas_number_take_word (&rest, "/") && take_any (&rest, pers, G_N_ELEMENTS (pers)))
    *text = rest;
  return TRUE;
}
