/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/programme.h"
#include "indicators/programme-answer.h"

G_BEGIN_DECLS

/* The caption of ANSWER, a chart or table of PROGRAMME, which is told apart from others of ANSWERS (element-type
 * AtlasProgrammeAnswer) with the same words; (transfer full). */
char *atlas_programme_dup_caption    (AtlasProgramme *programme, GPtrArray *answers, const AtlasProgrammeAnswer *answer)
  G_GNUC_WARN_UNUSED_RESULT;
/* Of charts of the same words, which show several levels, the first alone stays: the reports on the divisions have the others. */
void  atlas_programme_drop_namesakes (AtlasProgramme *programme, GPtrArray *answers);

G_END_DECLS
