/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/paginator.h"

G_BEGIN_DECLS

/* What the tests of the paginator put on pages of two heights, in points. */
#define FLOW_PORTRAIT 700.0
#define FLOW_LANDSCAPE 450.0

/* Items whose rows the test owns. */
typedef struct {
  GArray *items;
  GPtrArray *rows;
} FlowItems;

FlowItems            flow_items_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void                 flow_items_clear    (FlowItems *self);

/* One more of N_ROWS rows that are each ROW_HEIGHT high, to be told more of; borrowed until the next is added. */
AtlasFlowItem       *flow_items_add      (FlowItems *self, guint n_rows, double row_height);
/* (element-type AtlasFlowPage) (transfer full) */
GPtrArray           *flow_items_paginate (const FlowItems *self) G_GNUC_WARN_UNUSED_RESULT;

/* The page, or the part of a page, that there must be. */
const AtlasFlowPage *flow_nth_page       (GPtrArray *pages, guint n);
const AtlasFlowPart *flow_nth_part       (const AtlasFlowPage *page, guint n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FlowItems, flow_items_clear)

G_END_DECLS
