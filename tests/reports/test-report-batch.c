/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "built-report.h"
#include "reports/batch/report-batch.h"
#include "test-folder.h"
#include "test-language.h"

#define REQUEST "template=brief style=plain paper=a4 page-numbers=centred format=pdf language=en version=" PACKAGE_VERSION

/* Poppler 22.12 has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* A batch into a folder of its own, and how often it told of a report. */
typedef struct {
  AtlasCatalogue *catalogue;
  AtlasReportRequest request;
  AtlasReportBatch batch;
  char *folder;
  GCancellable *cancellable;
  guint cancel_after;
  guint n_told;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  within)
{
  g_autoptr (GError) error = NULL;

  test_language_speak ("en");
  self->catalogue = atlas_catalogue_new (built_report_get_dataset (), &error);
  g_assert_no_error (error);
  self->folder = test_folder_make ();
  self->request = (AtlasReportRequest) { .template_name = "brief", .style = atlas_report_style_find ("plain") };
  self->batch = (AtlasReportBatch) {
    .job = { built_report_get_dataset (), self->catalogue, "0123abcd", ATLAS_REPORT_FORMAT_PDF },
    .request = &self->request,
    .within = within,
    .level = g_str_equal (within, "000000") ? ATLAS_REGION_LEVEL_PROVINCE : ATLAS_REGION_LEVEL_PREFECTURE,
    .folder = self->folder,
  };
  self->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  within)
{
  test_folder_remove (self->folder);
  g_object_unref (self->cancellable);
  atlas_catalogue_unref (self->catalogue);
}

static void
told (const AtlasBatchRow *row,
      const char          *lacking,
      guint                done,
      guint                n,
      gpointer             user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (row->status, !=, ATLAS_BATCH_PENDING);
  g_assert_cmpuint (done, ==, ++self->n_told);
  g_assert_cmpuint (done, <=, n);
  if (done == self->cancel_after)
    g_cancellable_cancel (self->cancellable);
}

static AtlasBatchIndex *
run (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  AtlasBatchIndex *index;

  self->n_told = 0;
  index = atlas_report_batch_run (&self->batch, told, self, self->cancellable, &error);
  g_assert_no_error (error);
  return index;
}

static char *
read_file (Fixture    *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static PopplerDocument *
open_pdf (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static guint
count_pages (Fixture    *self,
             const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (PopplerDocument) document = open_pdf (path);

  return (guint) poppler_document_get_n_pages (document);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Of Ningxia's five prefectures only Wuzhong has figures: the others are told one by one, and it is made. */
static void
test_index (Fixture       *self,
            gconstpointer  within)
{
  g_autoptr (AtlasBatchIndex) index = run (self);
  g_autofree char *text = read_file (self, "index.csv");
  g_autofree char *log = read_file (self, "log.csv");
  g_autofree char *expected = g_strdup_printf (
    "\357\273\277Division code,Region,File,Pages,Status,Dataset,Request\r\n"
    "640100,Yinchuan City,,,failed,0123abcd," REQUEST "\r\n"
    "640200,Shizuishan City,,,failed,0123abcd," REQUEST "\r\n"
    "640300,Wuzhong City,640300-Wuzhong-City.pdf,%u,written,0123abcd," REQUEST "\r\n"
    "640400,Guyuan City,,,failed,0123abcd," REQUEST "\r\n"
    "640500,Zhongwei City,,,failed,0123abcd," REQUEST "\r\n",
    count_pages (self, "640300-Wuzhong-City.pdf"));

  g_assert_cmpuint (self->n_told, ==, 5);
  g_assert_cmpuint (atlas_batch_index_count (index, ATLAS_BATCH_WRITTEN), ==, 1);
  g_assert_cmpuint (atlas_batch_index_count (index, ATLAS_BATCH_FAILED), ==, 4);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (log, ==,
                   "\357\273\277Division code,Region,Why it failed\r\n"
                   "640100,Yinchuan City,There is no figure of Yinchuan City: import its registers or enter what has been published\r\n"
                   "640200,Shizuishan City,There is no figure of Shizuishan City: import its registers or enter what has been published\r\n"
                   "640400,Guyuan City,There is no figure of Guyuan City: import its registers or enter what has been published\r\n"
                   "640500,Zhongwei City,There is no figure of Zhongwei City: import its registers or enter what has been published\r\n");
  g_assert_cmpuint (count_files (self->folder), ==, 3);
}

static void
assert_same_files (const char *folder,
                   const char *other)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_cmpuint (count_files (folder), ==, count_files (other));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *other_path = g_build_filename (other, name, NULL);
      g_autofree char *bytes = NULL, *other_bytes = NULL;
      gsize size, other_size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_true (g_file_get_contents (other_path, &other_bytes, &other_size, NULL));
      g_assert_cmpmem (bytes, size, other_bytes, other_size);
    }
}

static guint
count_kept (AtlasBatchIndex *index)
{
  guint n = 0;

  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    n += atlas_batch_index_get_row (index, i)->kept;
  return n;
}

/* Cancelled after 10 of 34 provinces, which all have figures, and taken up again: the same files, byte for byte, as
 * in one go. */
static void
test_cancel_and_resume (Fixture       *self,
                        gconstpointer  within)
{
  char *whole = test_folder_make ();
  g_autoptr (AtlasBatchIndex) first = NULL, second = NULL, third = NULL;

  self->batch.volume = self->batch.resume = TRUE;
  self->cancel_after = 10;
  first = run (self);
  g_assert_cmpuint (self->n_told, ==, 10);
  g_assert_cmpuint (atlas_batch_index_count (first, ATLAS_BATCH_WRITTEN), ==, 10);
  g_assert_cmpuint (atlas_batch_index_count (first, ATLAS_BATCH_PENDING), ==, 24);
  g_assert_cmpuint (count_files (self->folder), ==, 12); /* with index and log, without a volume */

  self->cancel_after = 0;
  g_cancellable_reset (self->cancellable);
  second = run (self);
  g_assert_cmpuint (count_kept (second), ==, 10);
  g_assert_cmpuint (atlas_batch_index_count (second, ATLAS_BATCH_WRITTEN), ==, 29);
  g_assert_cmpuint (atlas_batch_index_count (second, ATLAS_BATCH_PENDING), ==, 0);

  self->batch.folder = whole;
  third = run (self);
  g_assert_cmpuint (count_kept (third), ==, 0);
  assert_same_files (self->folder, whole);
  test_folder_remove (whole);
}

static guint
resume (Fixture *self)
{
  g_autoptr (AtlasBatchIndex) index = NULL;

  self->batch.resume = TRUE;
  index = run (self);
  g_assert_cmpuint (atlas_batch_index_count (index, ATLAS_BATCH_WRITTEN), ==, 1);
  return count_kept (index);
}

/* What was made of other data, for another year, with other sections, in another language, or is not there any more is
 * made anew. */
static void
test_what_stays (Fixture       *self,
                 gconstpointer  within)
{
  g_autofree char *path = g_build_filename (self->folder, "640300-Wuzhong-City.pdf", NULL);

  g_assert_cmpuint (resume (self), ==, 0);
  g_assert_cmpuint (resume (self), ==, 1);
  self->batch.job.hash = "4567cdef";
  g_assert_cmpuint (resume (self), ==, 0);
  self->request.year = 2023;
  g_assert_cmpuint (resume (self), ==, 0);
  self->request.style = atlas_report_style_find ("official");
  g_assert_cmpuint (resume (self), ==, 0);
  self->request.sections = (const char *const[]) { "certified", NULL };
  g_assert_cmpuint (resume (self), ==, 0);
  self->request.title = "{region}";
  g_assert_cmpuint (resume (self), ==, 0);
  g_assert_cmpuint (resume (self), ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpuint (resume (self), ==, 0);
  test_language_speak ("zh_CN");
  g_assert_cmpuint (resume (self), ==, 0);
  g_assert_cmpuint (resume (self), ==, 1);
}

/* The page of the volume on which the report of ROW begins, counted up from the pages of those before it. */
static void
assert_begins (PopplerDocument     *volume,
               guint                page,
               const AtlasBatchRow *row)
{
  g_autoptr (PopplerPage) found = poppler_document_get_page (volume, (int) page);
  g_autofree char *text = poppler_page_get_text (found);
  g_autofree char *title = g_strdup_printf ("Social work in %s", row->name);
  g_autofree char *number =
    g_strdup_printf ("Page %u of %d", page + 1, poppler_document_get_n_pages (volume));

  if (!g_str_has_prefix (text, title) || strstr (text, number) == NULL)
    g_error ("page %u does not begin the report on %s:\n%s", page, row->name, text);
}

static void
assert_has (PopplerDocument *document,
            int              page,
            const char      *part)
{
  g_autoptr (PopplerPage) found = poppler_document_get_page (document, page);
  g_autofree char *text = poppler_page_get_text (found);

  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* The rows of the contents lead to where the reports begin: (element-type guint) (transfer full). */
static GArray *
list_links (PopplerDocument *volume)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (volume, 1);
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  GList *links = poppler_page_get_link_mapping (page);

  links = g_list_reverse (links); /* poppler has the last one first */
  for (GList *link = links; link != NULL; link = link->next)
    {
      PopplerAction *action = ((PopplerLinkMapping *) link->data)->action;
      PopplerDest *dest = poppler_document_find_dest (volume, action->goto_dest.dest->named_dest);
      guint number = (guint) dest->page_num - 1;

      g_array_append_val (pages, number);
      poppler_dest_free (dest);
    }
  poppler_page_free_link_mapping (links);
  return pages;
}

static void
test_volume (Fixture       *self,
             gconstpointer  within)
{
  g_autoptr (AtlasBatchIndex) index = NULL;
  g_autofree char *path = NULL;
  g_autoptr (PopplerDocument) volume = NULL;
  g_autoptr (GArray) links = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint page = 3; /* after cover, contents, and what failed */

  self->batch.volume = TRUE;
  index = run (self);
  path = atlas_report_batch_dup_volume_path (&self->batch);
  g_assert_true (g_str_has_suffix (path, "/000000-China-volume.pdf"));
  volume = open_pdf (path);
  assert_has (volume, 0, "reports on 29 of 34 regions");
  assert_has (volume, 2, "There is no figure of Tibet");
  links = list_links (volume);
  g_assert_cmpuint (links->len, ==, 29);
  for (guint i = 0, n = 0; i < atlas_batch_index_get_n_rows (index); i++)
    {
      const AtlasBatchRow *row = atlas_batch_index_get_row (index, i);

      if (row->status != ATLAS_BATCH_WRITTEN)
        continue;
      g_assert_cmpuint (g_array_index (links, guint, n++), ==, page);
      g_assert_cmpuint (count_pages (self, row->file), ==, row->n_pages);
      assert_begins (volume, page, row);
      g_string_append_printf (names, "\n%s", row->name);
      g_string_append_printf (numbers, "\n%u", page + 1);
      page += row->n_pages;
    }
  g_assert_cmpint (poppler_document_get_n_pages (volume), ==, (int) page);
  /* In the text of the contents the numbers stand behind all names. */
  assert_has (volume, 1, names->str);
  assert_has (volume, 1, numbers->str);
}

/* Where nothing is to be reported on, nothing is written. */
static void
test_nothing (Fixture       *self,
              gconstpointer  within)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;

  self->batch.within = "820000";
  self->batch.level = ATLAS_REGION_LEVEL_COUNTY;
  g_assert_null (atlas_report_batch_run (&self->batch, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY);
  self->batch.within = "999999";
  g_assert_null (atlas_report_batch_run (&self->batch, NULL, NULL, NULL, &unknown));
  g_assert_error (unknown, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION);
  g_assert_cmpuint (count_files (self->folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", "1767600000", TRUE);
  g_test_init (&argc, &argv, NULL);
  built_report_open ();
  g_test_add ("/reports/batch/index", Fixture, "640000", set_up, test_index, tear_down);
  g_test_add ("/reports/batch/cancel-and-resume", Fixture, "000000", set_up, test_cancel_and_resume, tear_down);
  g_test_add ("/reports/batch/what-stays", Fixture, "640000", set_up, test_what_stays, tear_down);
  g_test_add ("/reports/batch/volume", Fixture, "000000", set_up, test_volume, tear_down);
  g_test_add ("/reports/batch/nothing", Fixture, "000000", set_up, test_nothing, tear_down);
  status = g_test_run ();
  built_report_close ();
  return status;
}
