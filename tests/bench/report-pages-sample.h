/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in the report that is measured: so many charts, each with a table of so many cells. */
#define PAGE_N_PARTS 100
#define PAGE_N_BARS 8
#define PAGE_N_ROWS 30
#define PAGE_N_COLUMNS 5
#define PAGE_TABLE_TITLE "各县（市、区）主要数据"
#define PAGE_UNIT "单位：人"
#define PAGE_NOTE "“—”表示没有数据。资料来源：〔1〕。"

/* The header of column C. */
const char *page_sample_get_header (guint c);
/* The cell of row R and column C in the table of part N; (transfer full). */
char       *page_sample_dup_cell   (guint n, guint r, guint c);

G_END_DECLS
