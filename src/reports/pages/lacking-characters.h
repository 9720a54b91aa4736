/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The characters of a document that no font has and, if it TELLS_STAND_INS, those that the face they were to be set in does not
 * have. Pango takes another for them without a word, so the font of every run is looked at. */
typedef struct _AtlasLackingCharacters AtlasLackingCharacters;

AtlasLackingCharacters *atlas_lacking_characters_new  (gboolean tells_stand_ins) G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_lacking_characters_free (AtlasLackingCharacters *self);
/* Adds those of RUNS (element-type PangoGlyphItem), set in FONT, whose description names the wanted face first and stays
 * as long as SELF. TEXT is what they are of. */
void                    atlas_lacking_characters_collect (AtlasLackingCharacters *self, PangoContext *context,
                                                          const PangoFontDescription *font, const char *text,
                                                          GSList *runs);
/* Sentences that name them: those that no font has with the text they stand in, and what is to be done; the others each once for
 * a wanted face, and the faces that they are set in. NULL if there are none; (transfer full). */
char                   *atlas_lacking_characters_dup_sentence (const AtlasLackingCharacters *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLackingCharacters, atlas_lacking_characters_free)

G_END_DECLS
