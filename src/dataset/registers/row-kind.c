/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-kind.h"

#include <string.h>

#include "dataset/registers/register-text.h"

static const char *const total_words[] = {
  "合计", "小计", "总计", "共计", "累计", "总合计", "合计数", "总数", "合计金额", "total", "subtotal", "grandtotal", "sum",
};

/* What a total of a part ends with. */
static const char *const total_ends[] = { "合计", "小计", "总计", "共计" };

/* What a sum begins with that says its number itself, and what is counted in it: 共 5 人, 合计：12 个站点. */
static const char *const sum_words[] = { "共计", "合计", "总计", "小计", "累计", "总共", "共有", "共" };
static const char *const measures[] = {
  "人次", "人", "名", "位", "个", "家", "户", "所", "处", "项", "笔", "条", "件", "次", "场", "元", "小时", "学时",
};
static const char *const counted[] = { "社会工作者", "社会工作服务站", "社工站", "社工", "站点", "站", "人员", "人", "项目", "单位", "机构" };

/* What stands before 合计 and only numbers it: 一、合计, (二)小计. */
static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

/* What follows these says whether it is a note: a colon, or nothing. */
static const char *const note_words[] = {
  "注", "备注", "说明", "附注", "填表说明", "填报说明", "数据来源", "资料来源", "来源", "note", "notes", "remark", "remarks",
  "source",
};

static const char *const note_beginnings[] = {
  "填报人", "填表人", "制表", "审核", "填表日期", "填报日期", "填报时间", "填表时间", "填报单位", "填表单位", "单位负责人", "负责人:",
  "联系人", "联系电话", "复核", "经办人", "分管领导", "报送日期", "报表日期", "统计人", "盖章", "(盖章", "preparedby", "reviewedby",
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

/* Cuts 一, (一) or 1 off the start, and a colon off the end. */
static const char *
drop_number (GString *folded)
{
  const char *word = folded->str;

  while (folded->len > 0 && folded->str[folded->len - 1] == ':')
    g_string_truncate (folded, folded->len - 1);
  word += strspn (word, "()0123456789");
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (g_str_has_prefix (word, numerals[i]))
      word += strlen (numerals[i]);
  return word + strspn (word, "()");
}

/* The end of the number that TEXT begins with, TEXT where it begins with none. */
static const char *
skip_number (const char *text)
{
  static const char *const others[] = { "百", "千", "万", "亿", "零", "〇", "两" };
  const char *start;

  do
    {
      start = text;
      text += strspn (text, "0123456789");
      for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
        if (g_str_has_prefix (text, numerals[i]))
          text += strlen (numerals[i]);
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (g_str_has_prefix (text, others[i]))
          text += strlen (others[i]);
    }
  while (text > start);
  return text;
}

/* TEXT behind the first of WORDS that it begins with; TEXT where there is none. */
static const char *
skip_one_of (const char        *text,
             const char *const *words,
             guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  return text;
}

/* Whether TEXT is 共 5 人, 共计3个站点, or the like, perhaps with what the sum is made of: 共 5 人，其中…. */
static gboolean
is_told_sum (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *number, *measure, *rest;

  atlas_register_text_fold (text, folded);
  number = skip_one_of (folded->str, sum_words, G_N_ELEMENTS (sum_words));
  if (number == folded->str)
    return FALSE;
  number += strspn (number, ":");
  measure = skip_number (number);
  rest = skip_one_of (measure, measures, G_N_ELEMENTS (measures));
  if (measure == number || rest == measure)
    return FALSE;
  rest = skip_one_of (rest, counted, G_N_ELEMENTS (counted));
  return *rest == '\0' || g_str_has_prefix (rest, "其中") || g_str_has_prefix (rest, "(");
}

gboolean
atlas_row_kind_is_total_word (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *word;

  atlas_register_text_fold (text, folded);
  word = drop_number (folded);
  if (is_one_of (word, total_words, G_N_ELEMENTS (total_words)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (total_ends); i++)
    if (g_str_has_suffix (word, total_ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
atlas_row_kind_is_note (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  atlas_register_text_fold (text, folded);
  for (guint i = 0; i < G_N_ELEMENTS (note_words); i++)
    {
      gsize length = strlen (note_words[i]);

      if (strncmp (folded->str, note_words[i], length) == 0 &&
          (folded->str[length] == ':' || folded->str[length] == '\0' || g_ascii_isdigit (folded->str[length])))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (note_beginnings); i++)
    if (g_str_has_prefix (folded->str, note_beginnings[i]))
      return TRUE;
  return FALSE;
}

static const char *
get_text (const AtlasSheetRow *row,
          int                  cell)
{
  return cell >= 0 && cell < (int) row->n_cells ? row->cells[cell].text : "";
}

static gboolean
is_blank (const char *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL);

  return atlas_register_text_is_missing (atlas_register_text_trim (text, buffer));
}

gboolean
atlas_row_kind_is_total_row (const AtlasSheetRow *row,
                             int                  key)
{
  const char *key_text = get_text (row, key);
  gboolean leads = TRUE;

  if (!is_blank (key_text) && !atlas_row_kind_is_total_word (key_text) && !is_told_sum (key_text))
    return FALSE;
  /* Numbers lead no sum; behind them stand values. */
  for (guint i = 0; i < row->n_cells; i++)
    {
      const AtlasSheetCell *cell = &row->cells[i];

      if (cell->kind == ATLAS_CELL_TEXT &&
          (atlas_row_kind_is_total_word (cell->text) || (leads && is_told_sum (cell->text))))
        return TRUE;
      leads = leads && is_blank (cell->text);
      if ((int) i > key && cell->kind != ATLAS_CELL_EMPTY && g_ascii_isdigit (cell->text[0]))
        return FALSE;
    }
  return FALSE;
}

gboolean
atlas_row_kind_is_note_row (const AtlasSheetRow *row,
                            int                  key)
{
  const char *key_text = get_text (row, key);

  if (!is_blank (key_text) && !atlas_row_kind_is_note (key_text))
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    if (!is_blank (row->cells[i].text))
      return row->cells[i].kind == ATLAS_CELL_TEXT && atlas_row_kind_is_note (row->cells[i].text);
  return FALSE;
}

guint
atlas_row_kind_count_cells (const AtlasSheetRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += row->cells[i].kind != ATLAS_CELL_EMPTY &&
         !(i > 0 && row->cells[i].spread && strcmp (row->cells[i].text, row->cells[i - 1].text) == 0);
  return n;
}
