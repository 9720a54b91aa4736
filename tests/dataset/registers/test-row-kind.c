/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-kind.h"

static void
test_total_words (void)
{
  const char *words[] = { "合计", "小计", "总计", "共计", "合 计", "合　计", "合计：", "一、合计", "（一）小计", "1.合计", "红寺堡区小计",
                          "Total", "TOTAL", "Subtotal", "Grand total" };
  const char *others[] = { "", "合计社工站", "计", "合", "合计数量表", "S1", "共计划", "totals of 2023", "三合一" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!atlas_row_kind_is_total_word (words[i]))
      g_error ("“%s” is no word for a sum", words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (atlas_row_kind_is_total_word (others[i]))
      g_error ("“%s” is a word for a sum", others[i]);
}

static void
test_notes (void)
{
  const char *notes[] = { "注：数据截至2023年底", "注:", "注", "备注：", "说明：以上为", "填报人：张三", "制表人", "审核：", "填表日期：2023年",
                          "数据来源：民政局", "注1：含街道", "Note: as of 2023", "Notes: x", "联系电话：0953", "填报单位（盖章）" };
  const char *others[] = { "", "注册社工", "说明书", "S1", "备注栏", "审计局社工站", "北京市", "noted", "1" };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (!atlas_row_kind_is_note (notes[i]))
      g_error ("“%s” is no note", notes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (atlas_row_kind_is_note (others[i]))
      g_error ("“%s” is a note", others[i]);
}

/* A row of texts; a cell that begins with ^ is spread. */
static void
check_row (const char *cells,
           int         key,
           gboolean    is_total,
           gboolean    is_note,
           guint       n_cells)
{
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  AtlasSheetCell array[16];
  AtlasSheetRow row = { .line = 1, .cells = array };

  for (char **text = texts; *text != NULL; text++)
    {
      gboolean spread = (*text)[0] == '^';

      array[row.n_cells++] = (AtlasSheetCell) { (*text)[spread] != '\0' ? ATLAS_CELL_TEXT : ATLAS_CELL_EMPTY, spread,
                                                *text + spread };
    }
  if (atlas_row_kind_is_total_row (&row, key) != is_total || atlas_row_kind_is_note_row (&row, key) != is_note)
    g_error ("“%s” was not told rightly", cells);
  g_assert_cmpuint (atlas_row_kind_count_cells (&row), ==, n_cells);
}

static void
test_rows (void)
{
  check_row ("合计||120", 0, TRUE, FALSE, 2);
  check_row ("|合计|120", 0, TRUE, FALSE, 2);
  check_row ("合计|^合计|^合计|120", 0, TRUE, FALSE, 2);
  check_row ("合计|^合计|^合计|120", 1, TRUE, FALSE, 2);
  check_row ("红寺堡区|小计||120", 2, TRUE, FALSE, 3);
  check_row ("—|合计|120", 0, TRUE, FALSE, 3);
  check_row ("注：数据截至年底", 0, FALSE, TRUE, 1);
  check_row ("注：数据截至年底", 1, FALSE, TRUE, 1);
  check_row ("||备注：略", 0, FALSE, TRUE, 1);
  check_row ("填报人：张三||审核：李四", 0, FALSE, TRUE, 2);
}

/* A sum that says its number itself leads its row. */
static void
test_told_sums (void)
{
  const char *sums[] = { "共 5 人", "共5人", "共计 5 个", "共计：３名", "合计 12 个站点", "总计1,234.5万元", "共五人", "共有二十三名社工",
                         "共 5 人，其中女 3 人", "共5人（含兼职）", "小计：2 家" };
  const char *others[] = { "共5", "共和街道社工站", "共三村社工室", "共人", "5人", "共建社工站", "合计1" };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *second = g_strconcat ("|", sums[i], "||", NULL);
      g_autofree char *merged = g_strconcat (sums[i], "|^", sums[i], "|^", sums[i], NULL);
      g_autofree char *behind = g_strconcat ("|红寺堡镇社工站|", sums[i], NULL);

      check_row (sums[i], 0, TRUE, FALSE, 1);
      check_row (second, 0, TRUE, FALSE, 1);
      check_row (merged, 1, TRUE, FALSE, 1);
      /* The number of people at a station whose own number was forgotten. */
      check_row (behind, 0, FALSE, FALSE, 2);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check_row (others[i], 0, FALSE, FALSE, 1);
}

/* What has a key is data, whatever it is called. */
static void
test_data (void)
{
  check_row ("S1|合计|乡镇级", 0, FALSE, FALSE, 3);
  check_row ("合计|S1|乡镇级", 1, FALSE, FALSE, 3);
  check_row ("|合计社工站|乡镇级", 0, FALSE, FALSE, 2);
  check_row ("S1|注：站|乡镇级", 0, FALSE, FALSE, 3);
  check_row ("|2023|120|合计", 0, FALSE, FALSE, 3);
  check_row ("", 0, FALSE, FALSE, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-kind/total-words", test_total_words);
  g_test_add_func ("/row-kind/notes", test_notes);
  g_test_add_func ("/row-kind/rows", test_rows);
  g_test_add_func ("/row-kind/told-sums", test_told_sums);
  g_test_add_func ("/row-kind/data", test_data);
  return g_test_run ();
}
