/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/question.h"

G_BEGIN_DECLS

/* The options that put a question on the command line, the same for query and chart. */
typedef struct _AtlasQuestionOptions AtlasQuestionOptions;

/* STAND_IN: what holds where neither --stand-in nor --no-stand-in is given. */
AtlasQuestionOptions *atlas_question_options_new   (gboolean stand_in) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_question_options_free  (AtlasQuestionOptions *self);

/* Adds the options to CONTEXT; SELF must live until it has parsed. */
void                  atlas_question_options_add   (AtlasQuestionOptions *self, GOptionContext *context);

/* The question they ask, after parsing. What contradicts itself is a #GOptionError; whether there are such
 * regions, indicators and dimensions is for atlas_answer() to say. */
AtlasQuestion        *atlas_question_options_build (AtlasQuestionOptions *self, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* One question for each indicator of "--indicator A,B", alike in all else; (element-type AtlasQuestion) (transfer full). */
GPtrArray            *atlas_question_options_build_all (AtlasQuestionOptions *self, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* A question that names no indicator, only regions, which may be none, for a command that asks otherwise than by indicator. An
 * option that means nothing then is refused. */
AtlasQuestion        *atlas_question_options_build_regions (AtlasQuestionOptions *self, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether --sort was given. */
gboolean              atlas_question_options_name_order (AtlasQuestionOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasQuestionOptions, atlas_question_options_free)

G_END_DECLS
