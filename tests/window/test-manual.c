/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "window/manual.h"
#include "window/resources.h"
#include "window/shortcuts.h"

static GPtrArray *
load (const char *language)
{
  const char *languages[] = { language, NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *chapters = atlas_manual_load (languages, &error);

  g_assert_no_error (error);
  return chapters;
}

static const AtlasManualChapter *
get (GPtrArray *chapters,
     guint      i)
{
  return g_ptr_array_index (chapters, i);
}

/* (nullable) */
static const AtlasManualChapter *
find (GPtrArray  *chapters,
      const char *id)
{
  for (guint i = 0; i < chapters->len; i++)
    if (g_str_equal (get (chapters, i)->id, id))
      return get (chapters, i);
  return NULL;
}

/* Both languages have the same chapters, of the same blocks. */
static void
test_alike (void)
{
  g_autoptr (GPtrArray) english = load ("en");
  g_autoptr (GPtrArray) chinese = load ("zh_CN");

  g_assert_cmpuint (english->len, ==, chinese->len);
  for (guint i = 0; i < english->len; i++)
    {
      const AtlasManualChapter *one = get (english, i);
      const AtlasManualChapter *other = get (chinese, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->title, !=, other->title);
      g_assert_cmpuint (one->blocks->len, ==, other->blocks->len);
      for (guint j = 0; j < one->blocks->len; j++)
        g_assert_cmpint (((AtlasManualBlock *) g_ptr_array_index (one->blocks, j))->kind, ==,
                         ((AtlasManualBlock *) g_ptr_array_index (other->blocks, j))->kind);
    }
}

static void
test_chapter_of_each_page (void)
{
  static const char *const pages[] = { "overview", "compare", "trends", "coverage", "funding", "data", "report" };
  g_autoptr (GPtrArray) chapters = load ("en");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_nonnull (find (chapters, pages[i]));
}

static void
test_text (void)
{
  g_autoptr (GPtrArray) english = load ("en");
  g_autoptr (GPtrArray) chinese = load ("zh_CN");
  const AtlasManualBlock *block = g_ptr_array_index (find (english, "funding")->blocks, 0);

  /* A line end is a blank in English, and nothing between Han characters. */
  g_assert_true (g_str_has_prefix (block->text, "Where the money comes from, what it is for, and how much there is for each station, "
                                                "certified worker and resident. Money that is budgeted, handed down"));
  block = g_ptr_array_index (find (chinese, "compare")->blocks, 0);
  g_assert_nonnull (strstr (block->text, "即可加入对比。同一地区在所有图表"));
  g_assert_nonnull (strstr (block->markup, "<b>添加地区</b>"));
  block = g_ptr_array_index (find (chinese, "files")->blocks, 2);
  g_assert_cmpint (block->kind, ==, ATLAS_MANUAL_CODE);
  g_assert_cmpuint (strlen (block->text), >, 100);
  g_assert_cmpstr (strchr (block->text, '\n') + 1, ==, strstr (block->text, "shegong-atlas query"));
}

static char *
dup_label (const char *accelerator)
{
  g_autofree char *plain = NULL;
  GString *label = g_string_new (accelerator);

  g_string_replace (label, "<Control>", "Ctrl+", 0);
  g_string_replace (label, "<Shift>", "Shift+", 0);
  g_string_replace (label, "<Alt>", "Alt+", 0);
  g_string_replace (label, "space", "Space", 0);
  g_string_replace (label, "BackSpace", "Backspace", 0);
  g_string_replace (label, "Return", "Enter", 0);
  g_string_replace (label, "question", "?", 0);
  return g_ascii_strdown (g_string_free (label, FALSE), -1);
}

/* All keys of the program, as the manual writes them. */
static GHashTable *
list_keys (void)
{
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accelerators = g_strsplit (shortcuts[i].keys, " ", -1);

      for (guint j = 0; accelerators[j] != NULL; j++)
        g_hash_table_add (keys, dup_label (accelerators[j]));
    }
  g_hash_table_add (keys, g_strdup ("tab"));
  g_hash_table_add (keys, g_strdup ("wzs")); /* what is typed into the search */
  return keys;
}

static void
check_keys (const AtlasManualBlock *block,
            GHashTable             *keys)
{
  const char *at = block->markup;

  while ((at = strstr (at, "<tt>")) != NULL)
    {
      const char *end = strstr (at, "</tt>");
      g_autofree char *key = g_strndup (at + 4, end - at - 4);
      g_autofree char *lower = g_ascii_strdown (key, -1);

      if (strchr (key, '.') == NULL && !g_str_has_prefix (key, "--") && !g_hash_table_contains (keys, lower))
        g_error ("the program has no key %s", key);
      at = end;
    }
}

/* A key that the manual names exists. */
static void
test_keys (void)
{
  static const char *const languages[] = { "en", "zh_CN" };
  g_autoptr (GHashTable) keys = list_keys ();

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GPtrArray) chapters = load (languages[l]);

      for (guint i = 0; i < chapters->len; i++)
        for (guint j = 0; j < get (chapters, i)->blocks->len; j++)
          check_keys (g_ptr_array_index (get (chapters, i)->blocks, j), keys);
    }
}

/* All that the window's templates and the table of keys say, each as ">text<". */
static char *
dup_interface (void)
{
  g_auto (GStrv) files = g_resources_enumerate_children ("/org/shegong/Atlas", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const AtlasShortcut *shortcuts = atlas_shortcuts_list (&n);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/org/shegong/Atlas/", files[i], NULL);
      g_autoptr (GBytes) bytes = g_str_has_suffix (path, ".ui") ? g_resources_lookup_data (path, 0, NULL) : NULL;

      if (bytes != NULL)
        g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, ">%s<", shortcuts[i].title);
  g_string_replace (text, "_", "", 0);
  g_string_replace (text, "…", "", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the manual tells to press is called so, and both languages name as much. */
static void
test_names_of_controls (void)
{
  g_autoptr (GPtrArray) english = load ("en");
  g_autoptr (GPtrArray) chinese = load ("zh_CN");
  g_autofree char *interface = dup_interface ();
  guint n_names = 0;

  for (guint i = 0; i < english->len; i++)
    for (guint j = 0; j < get (english, i)->blocks->len; j++)
      {
        const AtlasManualBlock *block = g_ptr_array_index (get (english, i)->blocks, j);
        const AtlasManualBlock *other = g_ptr_array_index (get (chinese, i)->blocks, j);
        g_auto (GStrv) parts = g_strsplit (block->markup, "<b>", -1);
        g_auto (GStrv) other_parts = g_strsplit (other->markup, "<b>", -1);

        g_assert_cmpuint (g_strv_length (parts), ==, g_strv_length (other_parts));
        for (guint k = 1; k < g_strv_length (parts); k++)
          {
            g_autofree char *name = g_strndup (parts[k], strstr (parts[k], "</b>") - parts[k]);
            g_autofree char *sought = g_strdup_printf (">%s<", name);

            /* Signs stand out in the same way. */
            if (!g_ascii_isalpha (name[0]))
              continue;
            if (strstr (interface, sought) == NULL)
              g_error ("nothing in the window is called “%s”", name);
            n_names++;
          }
      }
  g_assert_cmpuint (n_names, >, 8);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) chapters = load ("en");

  g_assert_true (atlas_manual_chapter_mentions (find (chapters, "registers"), "ods EXCEL"));
  g_assert_false (atlas_manual_chapter_mentions (find (chapters, "registers"), "ods township"));
  g_assert_true (atlas_manual_chapter_mentions (find (chapters, "overview"), ""));
}

static void
test_unknown_language (void)
{
  g_autoptr (GPtrArray) chapters = load ("tlh");

  g_assert_cmpstr (find (chapters, "start")->title, ==, "Getting started");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (atlas_resources_get_resource ());

  g_test_add_func ("/manual/alike", test_alike);
  g_test_add_func ("/manual/chapter-of-each-page", test_chapter_of_each_page);
  g_test_add_func ("/manual/text", test_text);
  g_test_add_func ("/manual/keys", test_keys);
  g_test_add_func ("/manual/names-of-controls", test_names_of_controls);
  g_test_add_func ("/manual/search", test_search);
  g_test_add_func ("/manual/unknown-language", test_unknown_language);

  return g_test_run ();
}
