using Crm.BuildingBlocks.Hosting.Modules;

namespace Crm.Customers.Application;

/// <summary>The permissions that this installation knows, for rules that name one.</summary>
internal sealed class DeclaredRights(ModuleCatalog catalog)
{
    public bool Has(string permission) => catalog.Descriptions.SelectMany(d => d.Permissions).Any(p => p.Name == permission);
}
