using Microsoft.AspNetCore.Http;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

internal static class Assemblies
{
    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly HashSet<string> OfRuntime =
        [.. Directory.EnumerateFiles(Runtime, "*.dll").Select(f => Path.GetFileNameWithoutExtension(f))];

    private static readonly DefaultAssemblyResolver Resolver =
        LookingIn(AppContext.BaseDirectory, Runtime, Path.GetDirectoryName(typeof(HttpContext).Assembly.Location)!);

    /// <summary>Part of what .NET itself is; ASP.NET Core and packages are not, even when they are called System.</summary>
    public static bool IsRuntime(string assembly) => OfRuntime.Contains(assembly);

    public static AssemblyDefinition Read(string path) =>
        AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = Resolver, InMemory = true });

    private static DefaultAssemblyResolver LookingIn(params string[] folders)
    {
        var resolver = new DefaultAssemblyResolver();
        foreach (var folder in folders) resolver.AddSearchDirectory(folder);
        return resolver;
    }
}
