/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "indicators/question.h"

G_BEGIN_DECLS

/* What "query --programme ID" prints: the figures of the programme in the regions of QUESTION, or in all where it names none,
 * in FORMAT (0: text, 1: csv, 2: json); (nullable) (transfer full). Where there are none the text says what to enter, and so
 * does a message to stderr for the other formats. */
char *atlas_programme_query (AtlasDataset *dataset, const char *id, const AtlasQuestion *question, int format,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
