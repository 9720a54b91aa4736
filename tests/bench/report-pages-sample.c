/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "report-pages-sample.h"

/* Of the names of counties; with a number each stands for one. */
static const char *const names[] = {
  "利通区", "红寺堡区", "盐池县", "同心县", "青铜峡市", "沙坡头区", "中宁县", "海原县", "原州区", "西吉县",
};

const char *
page_sample_get_header (guint c)
{
  static const char *const headers[PAGE_N_COLUMNS] = { "行政区", "持证社工", "社工站", "资金", "服务人次" };

  return headers[c];
}

char *
page_sample_dup_cell (guint n,
                      guint r,
                      guint c)
{
  if (c == 0)
    return g_strdup (names[(n + r) % G_N_ELEMENTS (names)]);
  return g_strdup_printf ("%u,%03u", 1 + (n * 7 + r * 3 + c) % 90, (n * 131 + r * 17 + c * 71) % 1000);
}
