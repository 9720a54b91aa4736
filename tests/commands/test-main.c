/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The program itself, as started from a shell: languages, help, and wrong calls of the window. No display here. */

#include "config.h"

#include <gio/gio.h>

#include "commands/command.h"

typedef struct {
  char *out;
  char *err;
  int status;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Starts the program with up to two arguments where the locale variables are exactly NAME=VALUE. */
static void
start (Run        *run,
       const char *name,
       const char *value,
       const char *first,
       const char *second)
{
  const char *argv[] = { g_getenv ("SHEGONG_ATLAS"), first, second, NULL };
  const char *unset[] = { "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY" };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int wait_status;

  for (guint i = 0; i < G_N_ELEMENTS (unset); i++)
    environment = g_environ_unsetenv (environment, unset[i]);
  environment = g_environ_setenv (environment, name, value, TRUE);
  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &run->out, &run->err, &wait_status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  run->status = WEXITSTATUS (wait_status);
}

static void
assert_refused (const Run  *run,
                const char *says)
{
  g_assert_cmpint (run->status, ==, ATLAS_EXIT_REFUSED);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_true (g_str_has_prefix (run->err, "shegong-atlas: "));
  g_assert_nonnull (strstr (run->err, says));
  /* One line, and only one. */
  g_assert_true (strchr (run->err, '\n') == run->err + strlen (run->err) - 1);
}

static void
test_help (void)
{
  g_auto (Run) run = { NULL };

  start (&run, "LANG", "en_US.UTF-8", "--help", NULL);
  g_assert_cmpint (run.status, ==, ATLAS_EXIT_DONE);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (strstr (run.out, "shegong-atlas [FILE.atlas]"));
  for (const AtlasCommand *command = atlas_command_list (); command->name != NULL; command++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s ", command->name);

      g_assert_nonnull (strstr (run.out, line));
      g_assert_nonnull (strstr (run.out, command->summary));
    }
}

static void
test_help_of_command (void)
{
  for (const AtlasCommand *command = atlas_command_list (); command->name != NULL; command++)
    {
      g_auto (Run) run = { NULL };
      g_autofree char *usage = g_strdup_printf ("shegong-atlas %s ", command->name);

      start (&run, "LANG", "en_US.UTF-8", command->name, "--help");
      g_assert_cmpint (run.status, ==, ATLAS_EXIT_DONE);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_nonnull (strstr (run.out, usage));
    }
}

static void
test_wrong_call_of_command (void)
{
  for (const AtlasCommand *command = atlas_command_list (); command->name != NULL; command++)
    {
      g_auto (Run) missing = { NULL };
      g_auto (Run) unknown = { NULL };

      start (&missing, "LC_ALL", "C", command->name, NULL);
      assert_refused (&missing, ".atlas");
      start (&unknown, "LC_ALL", "C", command->name, "--no-such-option");
      assert_refused (&unknown, "--no-such-option");
    }
}

static void
test_version (void)
{
  g_auto (Run) run = { NULL };

  start (&run, "LANG", "C", "--version", NULL);
  g_assert_cmpstr (run.out, ==, "shegong-atlas " PACKAGE_VERSION "\n");
}

/* Where zh_CN is not compiled, its texts still come; where it is, they come anyway. */
static void
test_chinese_without_its_locale (void)
{
  const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Run) help = { NULL };
      g_auto (Run) wrong = { NULL };

      start (&help, names[i], "zh_CN.UTF-8", "--help", NULL);
      g_assert_nonnull (strstr (help.out, "命令："));
      start (&wrong, names[i], "zh_CN.UTF-8", "吴忠.atlas", NULL);
      assert_refused (&wrong, "“吴忠.atlas”既不是命令，也不是现有文件");
    }
}

static void
test_plain_c_locale (void)
{
  g_auto (Run) run = { NULL };

  start (&run, "LC_ALL", "C", "吴忠.atlas", NULL);
  assert_refused (&run, "“吴忠.atlas” is neither a command nor a file");
}

static void
test_unknown_option (void)
{
  g_auto (Run) run = { NULL };

  start (&run, "LC_ALL", "C", "--verbose", NULL);
  assert_refused (&run, "“--verbose”");
}

static void
test_no_display (void)
{
  g_auto (Run) without_file = { NULL };
  g_auto (Run) with_file = { NULL };

  start (&without_file, "LC_ALL", "C", NULL, NULL);
  assert_refused (&without_file, "no display");
  start (&with_file, "LC_ALL", "C", g_getenv ("SHEGONG_ATLAS"), NULL);
  assert_refused (&with_file, "no display");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/main/help", test_help);
  g_test_add_func ("/main/help-of-command", test_help_of_command);
  g_test_add_func ("/main/wrong-call-of-command", test_wrong_call_of_command);
  g_test_add_func ("/main/version", test_version);
  g_test_add_func ("/main/chinese-without-its-locale", test_chinese_without_its_locale);
  g_test_add_func ("/main/plain-c-locale", test_plain_c_locale);
  g_test_add_func ("/main/unknown-option", test_unknown_option);
  g_test_add_func ("/main/no-display", test_no_display);
  return g_test_run ();
}
