using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public static class MappingExtensions
{
    internal const string ExactAnnotation = "Crm:Exact";

    internal const string NotAuditedAnnotation = "Crm:NotAudited";

    /// <summary>A unit price or exact net: eight decimals instead of the four of an amount.</summary>
    public static PropertyBuilder<decimal> IsExact(this PropertyBuilder<decimal> property) => property.HasAnnotation(ExactAnnotation, true);

    /// <inheritdoc cref="IsExact(PropertyBuilder{decimal})"/>
    public static PropertyBuilder<decimal?> IsExact(this PropertyBuilder<decimal?> property) => property.HasAnnotation(ExactAnnotation, true);

    /// <inheritdoc cref="IsExact(PropertyBuilder{decimal})"/>
    public static ComplexTypePropertyBuilder<decimal> IsExact(this ComplexTypePropertyBuilder<decimal> property) => property.HasAnnotation(ExactAnnotation, true);

    /// <summary>The value stays out of the audit trail, as the hash of a secret must; that it changed is seen by what changes beside it.</summary>
    public static PropertyBuilder<TProperty> IsNotAudited<TProperty>(this PropertyBuilder<TProperty> property)
    {
        property.HasAnnotation(NotAuditedAnnotation, true);
        return property;
    }

    /// <summary>A text without a length limit, such as JSON or a note. Never indexed.</summary>
    public static PropertyBuilder<TProperty> IsLongText<TProperty>(this PropertyBuilder<TProperty> property) => property.HasMaxLength(-1);
}
