namespace Crm.Architecture.Tests.Rules;

/// <summary>The few projects that the rules treat as themselves. Modules are never among them.</summary>
internal static class Ours
{
    public const string BuildingBlocks = "Crm.BuildingBlocks";
    public const string Hosting = "Crm.BuildingBlocks.Hosting";
    public const string Platform = "Crm.Platform.Contracts";
    public const string Pricing = "Crm.Pricing";
    public const string Rendering = "Crm.Rendering";

    /// <summary>The modules that sell with the price engine or simulate with it. A module not named here may not use it.</summary>
    public static readonly string[] Pricers = ["Planning", "SalesOrders"];
}
