/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/manual.h"

#include <string.h>

#define FOLDER "/org/shegong/Atlas/help/"

typedef struct {
  GPtrArray *chapters;
  char *id;         /* (nullable): of the section that has not told its title yet */
  GString *markup;  /* of the block being read */
  GString *text;
  gboolean in_text; /* what lies between blocks is only white space */
} Reader;

/* Elements within a block, and how they look. */
static const struct {
  const char *element;
  const char *start;
  const char *end;
} spans[] = {
  { "em", "<b>", "</b>" },
  { "gui", "<b>", "</b>" },
  { "key", "<tt>", "</tt>" },
  { "cmd", "<tt>", "</tt>" },
};

static void
block_free (AtlasManualBlock *block)
{
  g_free (block->markup);
  g_free (block->text);
  g_free (block);
}

static void
chapter_free (AtlasManualChapter *chapter)
{
  g_free (chapter->id);
  g_free (chapter->title);
  g_ptr_array_unref (chapter->blocks);
  g_free (chapter);
}

static void
add_chapter (Reader *self)
{
  AtlasManualChapter *chapter = g_new0 (AtlasManualChapter, 1);

  chapter->id = g_steal_pointer (&self->id);
  chapter->title = g_strdup (self->text->str);
  chapter->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  g_ptr_array_add (self->chapters, chapter);
}

static void
add_block (Reader              *self,
           AtlasManualBlockKind kind)
{
  AtlasManualChapter *chapter = g_ptr_array_index (self->chapters, self->chapters->len - 1);
  AtlasManualBlock *block = g_new (AtlasManualBlock, 1);

  block->kind = kind;
  block->markup = g_strstrip (g_strdup (self->markup->str));
  block->text = g_strstrip (g_strdup (self->text->str));
  g_ptr_array_add (chapter->blocks, block);
}

static gboolean
is_block (const char *element)
{
  return g_str_equal (element, "p") || g_str_equal (element, "screen");
}

/* What the block that ends in CONTEXT is. */
static AtlasManualBlockKind
get_kind (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  if (g_str_equal (stack->data, "screen"))
    return ATLAS_MANUAL_CODE;
  return g_str_equal (stack->next->data, "item") ? ATLAS_MANUAL_ITEM : ATLAS_MANUAL_PARAGRAPH;
}

/* (nullable): the markup that a span starts, or ends, with. */
static const char *
find_span (const char *element,
           gboolean    start)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_str_equal (element, spans[i].element))
      return start ? spans[i].start : spans[i].end;
  return NULL;
}

static void
begin_text (Reader *self)
{
  g_string_truncate (self->markup, 0);
  g_string_truncate (self->text, 0);
  self->in_text = TRUE;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Reader *self = user_data;
  const char *span = find_span (element, TRUE);

  if (g_str_equal (element, "section"))
    {
      g_free (self->id);
      self->id = NULL;
      g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_STRDUP, "id", &self->id,
                                   G_MARKUP_COLLECT_INVALID);
    }
  else if (span != NULL)
    g_string_append (self->markup, span);
  else if (g_str_equal (element, "title") || (is_block (element) && self->chapters->len > 0))
    begin_text (self);
  else if (!g_str_equal (element, "page") && !g_str_equal (element, "list") && !g_str_equal (element, "item"))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> has no place in the manual", element);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Reader *self = user_data;
  const char *span = find_span (element, FALSE);

  if (span != NULL)
    g_string_append (self->markup, span);
  else if (g_str_equal (element, "title") && self->id != NULL) /* the title of the whole has no section */
    add_chapter (self);
  else if (is_block (element))
    add_block (self, get_kind (context));
  if (span == NULL)
    self->in_text = FALSE;
}

/* A line end within a sentence is a blank, and none between Han characters; <screen> keeps its lines. */
static char *
dup_joined (const char *text,
            gsize       length,
            gboolean    keep_lines)
{
  GString *joined = g_string_new (NULL);
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = i > 0 ? g_strchug (lines[i]) : lines[i];
      gboolean wide = joined->len > 0 &&
                      g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (joined->str + joined->len))) &&
                      g_unichar_iswide (g_utf8_get_char (line));

      if (i > 0)
        g_string_append (joined, keep_lines ? "\n" : wide ? "" : " ");
      g_string_append (joined, line);
    }
  return g_string_free (joined, FALSE);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reader *self = user_data;
  gboolean keep_lines = g_str_equal (g_markup_parse_context_get_element (context), "screen");
  g_autofree char *joined = NULL;
  g_autofree char *escaped = NULL;

  if (!self->in_text)
    return;
  joined = dup_joined (text, length, keep_lines);
  escaped = g_markup_escape_text (joined, -1);
  g_string_append (self->text, joined);
  g_string_append (self->markup, escaped);
}

static GPtrArray *
read_manual (const char *data,
             gsize       length,
             GError    **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) chapter_free);
  Reader self = { chapters, NULL, g_string_new (NULL), g_string_new (NULL), FALSE };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  gboolean read = g_markup_parse_context_parse (context, data, length, error) &&
                  g_markup_parse_context_end_parse (context, error);

  g_string_free (self.markup, TRUE);
  g_string_free (self.text, TRUE);
  g_free (self.id);
  return read ? g_steal_pointer (&chapters) : NULL;
}

/* (nullable) (transfer full) */
static GBytes *
find_file (const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, languages[i], ".page", NULL);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }
  return NULL;
}

GPtrArray *
atlas_manual_load (const char *const *languages,
                   GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (languages != NULL, NULL);

  bytes = find_file (languages);
  if (bytes == NULL)
    bytes = g_resources_lookup_data (FOLDER "en.page", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return read_manual (data, length, error);
}

static gboolean
chapter_has_word (const AtlasManualChapter *chapter,
                  const char               *word)
{
  g_autofree char *title = g_utf8_casefold (chapter->title, -1);

  if (strstr (title, word) != NULL)
    return TRUE;
  for (guint i = 0; i < chapter->blocks->len; i++)
    {
      const AtlasManualBlock *block = g_ptr_array_index (chapter->blocks, i);
      g_autofree char *text = g_utf8_casefold (block->text, -1);

      if (strstr (text, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
atlas_manual_chapter_mentions (const AtlasManualChapter *chapter,
                               const char               *needle)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (chapter != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  folded = g_utf8_casefold (needle, -1);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!chapter_has_word (chapter, words[i]))
      return FALSE;
  return TRUE;
}
