/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/sheet.h"

G_BEGIN_DECLS

/* Rows among the data that are none, told by their words. */

/* Whether TEXT is a word for a sum: 合计, 小计, 总计, Total ..., also "一、合计", "合 计", 红寺堡区小计. */
gboolean atlas_row_kind_is_total_word (const char *text);
/* Whether TEXT begins a note or what stands below a form: 注：, 备注：, 填报人 ... */
gboolean atlas_row_kind_is_note       (const char *text);

/* Whether ROW is a sum: a cell that leads it is a word for one, or its first one tells it (共 5 人), and its key, in the cell KEY
 * (−1 for none), is empty or such a word too, as is that of no row that is data. */
gboolean atlas_row_kind_is_total_row  (const AtlasSheetRow *row, int key);
/* The same for notes, by the first cell that is not empty. */
gboolean atlas_row_kind_is_note_row   (const AtlasSheetRow *row, int key);
/* How many cells of ROW say something that the cell before them does not say already. */
guint    atlas_row_kind_count_cells   (const AtlasSheetRow *row);

G_END_DECLS
