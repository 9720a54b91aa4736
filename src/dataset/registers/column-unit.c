/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/column-unit.h"

#include <string.h>

#include "dataset/registers/register-text.h"

/* A word stands before those that it begins with. */
static const struct { const char *word; guint exponent; } multipliers[] = {
  { "十万", 5 }, { "百万", 6 }, { "千万", 7 }, { "百亿", 10 }, { "十亿", 9 }, { "百", 2 }, { "千", 3 }, { "万", 4 },
  { "亿", 8 }, { "萬", 4 }, { "億", 8 }, { "100million", 8 }, { "hundredmillion", 8 }, { "10thousand", 4 },
  { "tenthousand", 4 }, { "100thousand", 5 }, { "hundredthousand", 5 }, { "10000", 4 }, { "1000", 3 },
  { "thousand", 3 }, { "tenmillion", 7 }, { "10million", 7 }, { "million", 6 }, { "billion", 9 },
};

static const char *const money[] = { "元", "yuan", "rmb", "cny", "rmbyuan", "yuanrmb" };

static const char *const others[] = {
  "人", "名", "位", "人次", "次", "场", "场次", "个", "家", "户", "小时", "学时", "课时", "people", "persons", "person",
  "persontimes", "times", "hours",
};

static gboolean
is_one_of (const char        *word,
           const char *const *words,
           guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* 人民币 may stand on either side of 万元 and says no more. */
static char *
drop_currency (const char *folded)
{
  static const char *const words[] = { "人民币", "rmb", "cny", "of" };
  char *unit = g_strdup (folded);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_suffix (unit, words[i]) && strlen (unit) > strlen (words[i]))
        unit[strlen (unit) - strlen (words[i])] = '\0';
      if (g_str_has_prefix (unit, words[i]) && strlen (unit) > strlen (words[i]))
        memmove (unit, unit + strlen (words[i]), strlen (unit) - strlen (words[i]) + 1);
    }
  return unit;
}

gboolean
atlas_column_unit_parse (const char      *folded,
                         AtlasColumnUnit *out)
{
  g_autofree char *unit = drop_currency (folded);
  const char *measure = unit;
  guint exponent = 0;

  for (guint i = 0; i < G_N_ELEMENTS (multipliers) && exponent == 0; i++)
    if (g_str_has_prefix (unit, multipliers[i].word))
      {
        exponent = multipliers[i].exponent;
        measure += strlen (multipliers[i].word);
      }
  if (*measure == '\0' && exponent > 0)
    *out = (AtlasColumnUnit) { ATLAS_MEASURE_NONE, exponent };
  else if (is_one_of (measure, money, G_N_ELEMENTS (money)))
    *out = (AtlasColumnUnit) { ATLAS_MEASURE_MONEY, exponent };
  else if (is_one_of (measure, others, G_N_ELEMENTS (others)))
    *out = (AtlasColumnUnit) { ATLAS_MEASURE_OTHER, exponent };
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_money (const char      *text,
             AtlasColumnUnit *out)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  AtlasColumnUnit unit;

  atlas_register_text_fold (text, folded);
  if (!atlas_column_unit_parse (folded->str, &unit) || unit.measure != ATLAS_MEASURE_MONEY)
    return FALSE;
  *out = unit;
  return TRUE;
}

/* The first unit of money in LIST: "万元、人". A comma inside 10,000 parts nothing. */
static gboolean
find_in_list (const char      *list,
              AtlasColumnUnit *out)
{
  g_auto (GStrv) parts = NULL;

  if (parse_money (list, out))
    return TRUE;
  parts = g_strsplit_set (list, ",;/ ", -1);
  for (char **part = parts; *part != NULL; part++)
    if (parse_money (*part, out))
      return TRUE;
  return FALSE;
}

/* Half width, with the marks that part a list as commas and brackets round. */
static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFF01 - '!';
      if (c == 0x3001) /* 、 */
        c = ',';
      else if (c == '[' || c == 0x3010 || c == 0x3014)
        c = '(';
      else if (c == ']' || c == 0x3011 || c == 0x3015)
        c = ')';
      g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c));
    }
  return g_string_free (plain, FALSE);
}

/* 单位 also means the office that fills a table in: only what names money behind it is a unit. */
static gboolean
find_behind (const char      *plain,
             const char      *word,
             AtlasColumnUnit *out)
{
  for (const char *at = plain; (at = strstr (at, word)) != NULL;)
    {
      g_autofree char *list = NULL;

      at += strlen (word);
      at += strspn (at, ": ");
      list = g_strndup (at, strcspn (at, "()"));
      if (find_in_list (g_strchug (list), out))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_in_brackets (const char      *plain,
                  AtlasColumnUnit *out)
{
  for (const char *at = plain; (at = strchr (at, '(')) != NULL;)
    {
      g_autofree char *inside = g_strndup (at + 1, strcspn (at + 1, "()"));

      at++;
      if (find_in_list (inside, out))
        return TRUE;
    }
  return FALSE;
}

gboolean
atlas_column_unit_find (const char      *text,
                        AtlasColumnUnit *out)
{
  g_autofree char *plain = make_plain (text);

  return find_behind (plain, "单位", out) || find_behind (plain, "units", out) || find_behind (plain, "unit", out) ||
         find_in_brackets (plain, out) || parse_money (plain, out);
}

gboolean
atlas_column_unit_find_at_end (const char      *text,
                               AtlasColumnUnit *out)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *bracket;

  atlas_register_text_fold (text, folded);
  bracket = strrchr (folded->str, '(');
  if (bracket == NULL || !g_str_has_suffix (bracket, ")"))
    return FALSE;
  g_string_truncate (folded, folded->len - 1);
  return atlas_column_unit_parse (bracket + 1, out);
}
