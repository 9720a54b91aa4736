/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/owned-task.h"

typedef struct {
  GMainLoop *loop;
  GObject *owner;
  GTask *held; /* as by a worker that has not come to its end */
} Test;

static void
work (GTask        *task,
      gpointer      nothing,
      gpointer      data,
      GCancellable *cancellable)
{
  Test *test = data;

  test->held = g_object_ref (task);
  g_task_return_boolean (task, TRUE);
}

static void
done (GObject      *owner,
      GAsyncResult *result,
      gpointer      user_data)
{
  Test *test = user_data;

  g_assert_true (owner == test->owner);
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  g_main_loop_quit (test->loop);
}

/* While a task is there yet, its owner may have gone: in the thread that called back. */
static void
test_owner (void)
{
  Test test = { g_main_loop_new (NULL, FALSE), g_object_new (G_TYPE_OBJECT, NULL), NULL };
  gpointer left = test.owner;
  GTask *task = atlas_owned_task_new (test.owner, NULL, done, &test);

  g_object_add_weak_pointer (test.owner, &left);
  g_task_set_task_data (task, &test, NULL);
  g_task_run_in_thread (task, work);
  g_object_unref (task);
  g_object_unref (test.owner); /* a window that is closed meanwhile */
  g_assert_nonnull (left);
  g_main_loop_run (test.loop);
  g_assert_null (left);
  g_object_unref (test.held);
  g_main_loop_unref (test.loop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/owned-task/owner", test_owner);
  return g_test_run ();
}
