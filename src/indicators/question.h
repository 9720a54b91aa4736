/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/region-tree.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_FROM_BEST,
  ATLAS_FROM_PUBLISHED,
  ATLAS_FROM_REGISTERS,
} AtlasFrom;

typedef enum {
  ATLAS_SORT_ASKED, /* in the order of the regions as they were named; in code order within a level */
  ATLAS_SORT_CODE,
  ATLAS_SORT_VALUE, /* descending, missing last */
  ATLAS_SORT_NAME,  /* by pinyin */
} AtlasSort;

/* The value that asks for the total over a dimension which has a default (SDMX: _T). */
#define ATLAS_DIMENSION_TOTAL "_T"

/**
 * AtlasQuestion:
 * @indicator: its id
 * @regions: (nullable) (array zero-terminated=1): codes, in the order wanted; or
 * @within: (nullable): a code, with @level: all divisions of that level in it
 * @by: (nullable) (array zero-terminated=1): dimensions to break down by
 * @where: (element-type AtlasDimensionPair): dimension values asked for
 * @first_year: with @last_year, the years asked for; both 0: the latest year that has a figure
 * @stand_in: whether an earlier or undated figure may stand for a year that has none
 * @all_divisions: also development zones without data
 * @limit: how many rows at the most, after sorting; 0 for all
 *
 * What is asked: a plain value. The answer has one row for each region × year × value of @by.
 */
typedef struct {
  char *indicator;
  char **regions;
  char *within;
  AtlasRegionLevel level;
  char **by;
  GPtrArray *where;
  int first_year;
  int last_year;
  AtlasFrom from;
  gboolean stand_in;
  gboolean all_divisions;
  AtlasSort sort;
  guint limit;
} AtlasQuestion;

AtlasQuestion *atlas_question_new  (const char *indicator) G_GNUC_WARN_UNUSED_RESULT;
AtlasQuestion *atlas_question_copy (const AtlasQuestion *self) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_question_free (AtlasQuestion *self);

void           atlas_question_set_regions (AtlasQuestion *self, const char *const *codes);
void           atlas_question_set_within  (AtlasQuestion *self, const char *code, AtlasRegionLevel level);
void           atlas_question_set_by      (AtlasQuestion *self, const char *dimension); /* (nullable) */
void           atlas_question_set_where   (AtlasQuestion *self, const char *dimension, const char *value);
void           atlas_question_set_years   (AtlasQuestion *self, int first_year, int last_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasQuestion, atlas_question_free)

G_END_DECLS
