using Microsoft.AspNetCore.Routing;

namespace Crm.BuildingBlocks.Hosting.Modules;

/// <summary>A plug-in: what the host knows of a module. Its class is the module's table of contents.</summary>
public interface IModule
{
    /// <summary>Kebab-case, such as <c>sales-orders</c>: configuration section, schema, route prefix and log scope.</summary>
    string Name { get; }

    void Describe(ModuleBuilder module);

    /// <param name="routes">Already grouped under <c>/api/v1/{name}</c>.</param>
    void MapEndpoints(IEndpointRouteBuilder routes);

    /// <param name="routes">Already grouped under <c>/admin/v1/{name}</c>: the module's rules and settings.</param>
    void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>Marks an assembly as the home of a module.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CrmModuleAttribute(Type module) : Attribute
{
    public Type Module { get; } = module;
}
