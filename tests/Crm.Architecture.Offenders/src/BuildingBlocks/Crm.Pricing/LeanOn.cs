using Crm.BuildingBlocks.Hosting.Modules;

namespace Crm.Pricing;

internal sealed class LeanOn
{
    public ModuleBuilder? Hosting { get; init; }

    public static decimal Half(decimal price) => price / 2;
}
