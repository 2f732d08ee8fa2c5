using System.Reflection;

// The child process of a test that needs its sudden death: the first argument names a class with a static method Child, which gets the rest.
var program = args.Length == 0 ? null : Assembly.GetExecutingAssembly().GetType(args[0]);
var main = program?.GetMethod("Child", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
    ?? throw new InvalidOperationException("Give the full name of a class of this assembly with a static method Child.");
await (Task)main.Invoke(null, [args[1..]])!;
