/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_CFF_MAX_DICTIONARIES 256

/* Operators of dictionaries; those of two bytes are 12 and another. */
#define ATLAS_CFF_TWO_BYTES(second) (1200 + (second))
#define ATLAS_CFF_CHARSET 15
#define ATLAS_CFF_CHARSTRINGS 17
#define ATLAS_CFF_PRIVATE 18
#define ATLAS_CFF_SUBROUTINES 19
#define ATLAS_CFF_FONTS ATLAS_CFF_TWO_BYTES (36)
#define ATLAS_CFF_SELECT ATLAS_CFF_TWO_BYTES (37)

/* A list of pieces of data. */
typedef struct {
  guint n;
  guint offset_size;
  gsize begin;
  gsize offsets; /* where they begin */
  gsize base;    /* what they count from */
  gsize end;
} AtlasCffIndex;

typedef struct {
  AtlasCffIndex index;
  gboolean *is_used; /* by number */
} AtlasCffSubroutines;

/* From BEGIN to END. */
typedef struct {
  gsize begin;
  gsize end;
} AtlasCffPart;

/* An operator of a dictionary. */
typedef struct {
  int before; /* its operand but one, or 0 */
  int last;
  gsize place; /* where its last operand begins */
} AtlasCffEntry;

/* A font in Compact Font Format, of which nothing is copied. */
typedef struct {
  guint8 *data;
  gsize size;
  AtlasCffPart name;
  AtlasCffPart top;
  AtlasCffIndex charstrings;
  AtlasCffSubroutines global;
  AtlasCffSubroutines locals[ATLAS_CFF_MAX_DICTIONARIES];
  AtlasCffPart dictionaries[ATLAS_CFF_MAX_DICTIONARIES];
  AtlasCffPart privates[ATLAS_CFF_MAX_DICTIONARIES];
  guint n_dictionaries;
  gsize select; /* 0: all glyphs are of one dictionary */
} AtlasCffFont;

/* Reads what DATA of SELF has; FALSE where it is written in a way that is not understood. */
gboolean atlas_cff_font_read (AtlasCffFont *self) G_GNUC_WARN_UNUSED_RESULT;
void     atlas_cff_font_clear (AtlasCffFont *self);

/* Of N_BYTES at AT; FALSE where the font has ended before. */
gboolean atlas_cff_font_read_number (const AtlasCffFont *self, gsize at, guint n_bytes, gsize *out)
  G_GNUC_WARN_UNUSED_RESULT;
/* The number that B0 begins; AT, behind B0, is moved behind it. */
gboolean atlas_cff_font_read_operand (const AtlasCffFont *self, gsize *at, guint8 b0, int *out) G_GNUC_WARN_UNUSED_RESULT;
/* Piece I of INDEX. */
gboolean atlas_cff_font_find_piece (const AtlasCffFont *self, const AtlasCffIndex *index, guint i, AtlasCffPart *out)
  G_GNUC_WARN_UNUSED_RESULT;
/* OPERATOR in the dictionary that is PART. */
gboolean atlas_cff_font_find_entry (const AtlasCffFont *self, AtlasCffPart part, int operator, AtlasCffEntry *out)
  G_GNUC_WARN_UNUSED_RESULT;
/* Which dictionary GLYPH belongs to. */
gboolean atlas_cff_font_find_dictionary (const AtlasCffFont *self, guint glyph, gsize *out) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCffFont, atlas_cff_font_clear)

G_END_DECLS
