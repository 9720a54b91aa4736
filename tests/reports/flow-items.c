/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "flow-items.h"

FlowItems
flow_items_new (void)
{
  return (FlowItems) { g_array_new (FALSE, TRUE, sizeof (AtlasFlowItem)), g_ptr_array_new_with_free_func (g_free) };
}

void
flow_items_clear (FlowItems *self)
{
  g_array_unref (self->items);
  g_ptr_array_unref (self->rows);
}

AtlasFlowItem *
flow_items_add (FlowItems *self,
                guint      n_rows,
                double     row_height)
{
  AtlasFlowItem item = { .n_rows = n_rows, .min_rows = 1 };
  double *rows = g_new (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    rows[i] = row_height;
  item.rows = rows;
  g_ptr_array_add (self->rows, rows);
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, AtlasFlowItem, self->items->len - 1);
}

GPtrArray *
flow_items_paginate (const FlowItems *self)
{
  return atlas_paginate ((const AtlasFlowItem *) self->items->data, self->items->len, FLOW_PORTRAIT, FLOW_LANDSCAPE);
}

const AtlasFlowPage *
flow_nth_page (GPtrArray *pages,
               guint      n)
{
  g_assert_cmpuint (n, <, pages->len);
  return g_ptr_array_index (pages, n);
}

const AtlasFlowPart *
flow_nth_part (const AtlasFlowPage *page,
               guint                n)
{
  g_assert_cmpuint (n, <, page->parts->len);
  return &g_array_index (page->parts, AtlasFlowPart, n);
}
