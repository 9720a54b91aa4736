/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a block of the manual is. */
typedef enum {
  ATLAS_MANUAL_PARAGRAPH,
  ATLAS_MANUAL_ITEM, /* of a list */
  ATLAS_MANUAL_CODE, /* to be typed as it stands; several lines */
} AtlasManualBlockKind;

/**
 * AtlasManualBlock:
 * @markup: for Pango
 * @text: the same without markup
 */
typedef struct {
  AtlasManualBlockKind kind;
  char *markup;
  char *text;
} AtlasManualBlock;

/**
 * AtlasManualChapter:
 * @id: the same in all languages; chapters on a page of the window have the page's name
 * @blocks: (element-type AtlasManualBlock)
 */
typedef struct {
  char *id;
  char *title;
  GPtrArray *blocks;
} AtlasManualChapter;

/* The manual in the first of LANGUAGES (array zero-terminated=1) that it is written in, else in English; its files are
 * resources/help/LANGUAGE.page, in the elements of Mallard 1.0 that manual.c knows.
 * Returns: (transfer full) (element-type AtlasManualChapter): frees its chapters; NULL with ERROR where a file is broken */
GPtrArray *atlas_manual_load             (const char *const *languages, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether title or text of the chapter have all the words of NEEDLE, in any case. */
gboolean   atlas_manual_chapter_mentions (const AtlasManualChapter *chapter, const char *needle);

G_END_DECLS
