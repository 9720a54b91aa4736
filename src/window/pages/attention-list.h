/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "indicators/checks.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* What in the figures of a region needs a look: findings of the checks, and gaps. A finding that is activated selects
 * the first of the figures that it is about. */
#define ATLAS_TYPE_ATTENTION_LIST (atlas_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasAttentionList, atlas_attention_list, ATLAS, ATTENTION_LIST, GtkWidget)

GtkWidget *atlas_attention_list_new          (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

void       atlas_attention_list_clear        (AtlasAttentionList *self);
/* Adds a line that leads nowhere. */
void       atlas_attention_list_add_notice   (AtlasAttentionList *self, const char *text);
/* Adds FINDINGS (element-type AtlasFinding), the first ones where there are many. */
void       atlas_attention_list_add_findings (AtlasAttentionList *self, GPtrArray *findings);

/* For a spreadsheet: the lines shown, with what each is about; "" where there are none; (transfer full). */
char      *atlas_attention_list_dup_tsv      (AtlasAttentionList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
